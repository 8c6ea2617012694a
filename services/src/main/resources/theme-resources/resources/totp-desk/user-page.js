import { DeskElement, html, nothing } from "./element.js";
import { fullName } from "./names.js";
import "./factor-list.js";
import "./lost-phone.js";
import "./new-secret.js";
import "./new-totp.js";

/** A user, the second factors, and what can be done for the user. */
class UserPage extends DeskElement {

    static properties = { userId: {}, user: { state: true }, does: { state: true }, made: { state: true } };

    willUpdate(changed) {
        if (changed.has("userId")) {
            this.user = this.does = this.made = undefined;
            this.#load();
        }
    }

    /** Reads the user anew: another help desk may have changed something. */
    async #load() {
        const id = this.userId;
        try {
            const user = await this.desk.api.user(id);
            if (id === this.userId) {
                this.user = user;
            }
        } catch (error) {
            this.desk.fail(error);
        }
    }

    render() {
        return this.user ? html`
            <h2 tabindex="-1">${fullName(this.user)}</h2>
            <p class="desk-user">${this.user.username}${this.user.email ? html` · ${this.user.email}` : nothing}
                ${this.user.enabled ? nothing : html`<span class="desk-mark">${this.t("user.disabled")}</span>`}</p>
            ${this.#work()}
            <section aria-labelledby="factors-title">
                <h3 id="factors-title">${this.t("user.factors")}</h3>
                <factor-list .desk=${this.desk} .user=${this.user} ?manages=${this.#manages()} @changed=${this.#load}></factor-list>
            </section>
            ${this.user.requiredActions?.length ? html`<section aria-labelledby="actions-title">
                <h3 id="actions-title">${this.t("user.requiredActions")}</h3>
                <ul>${this.user.requiredActions.map(action => html`<li>${this.#action(action)}</li>`)}</ul>
            </section>` : nothing}` : nothing;
    }

    #work() {
        if (!this.#manages()) {
            return html`<p id="read-only">${this.t("user.readOnly")}</p>`;
        }
        if (this.made) {
            return html`<new-secret .desk=${this.desk} .user=${this.user} .created=${this.made.created} .next=${this.made.next}
                @hidden=${() => this.made = undefined} @checked=${this.#load}></new-secret>`;
        }
        switch (this.does) {
            case "new":
                return html`<new-totp .desk=${this.desk} .user=${this.user} @created=${event => this.#show({ created: event.detail, next: this.t("next.totp") })}
                    @cancelled=${() => this.#begin()}></new-totp>`;
            case "lost":
                return html`<lost-phone .desk=${this.desk} .user=${this.user} @created=${event => this.#show(event.detail)} @cancelled=${() => this.#begin()}></lost-phone>`;
            default:
                return html`<p class="desk-actions">
                    <button type="button" class="pf-v5-c-button pf-m-primary" data-action="new" @click=${() => this.does = "new"}>${this.t("user.new")}</button>
                    ${this.user.totps.length ? html`<button type="button" class="pf-v5-c-button pf-m-secondary" data-action="lost" @click=${() => this.does = "lost"}>${this.t("user.lost")}</button>` : nothing}
                </p>`;
        }
    }

    #manages() {
        return this.user.access?.manage ?? true;
    }

    #begin() {
        this.does = undefined;
        this.focusOn("h2");
    }

    #show(made) {
        this.does = undefined;
        this.made = made;
        this.#load();
    }

    #action(alias) {
        const key = `action.${alias}`;
        const text = this.t(key);
        return text === key ? alias : text;
    }
}

customElements.define("user-page", UserPage);
