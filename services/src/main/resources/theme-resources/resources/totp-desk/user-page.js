import { DeskElement, html, nothing } from "./element.js";
import { errorText } from "./error-text.js";
import { hasUnlisted, otps } from "./in-the-way.js";
import { isManaged } from "./members.js";
import { fullName } from "./names.js";
import { route } from "./route.js";
import "./factor-list.js";
import "./lost-phone.js";
import "./new-secret.js";
import "./new-totp.js";
import "./next-login.js";

/** A user, the second factors, and what can be done for the user. What is shown is what the server answered last. It tells `read` with that. */
class UserPage extends DeskElement {

    static properties = { userId: {}, back: { attribute: false }, user: { state: true }, failure: { state: true }, does: { state: true }, made: { state: true } };

    /** How often the user was asked for. */
    #loads = 0;

    constructor() {
        super();
        this.addEventListener("failed", this.#load); // somebody else may have changed the user
        this.addEventListener("changed", this.#load);
    }

    willUpdate(changed) {
        if (changed.has("userId")) {
            this.user = this.failure = this.does = this.made = undefined;
            this.#load();
        }
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.made = undefined; // nothing keeps a secret
    }

    #load = async () => {
        const load = ++this.#loads;
        let user, failure;
        try {
            user = await this.desk.api.user(this.userId);
        } catch (error) {
            failure = error;
        }
        if (load === this.#loads) { // a late answer must not take the place of a newer one
            const first = !this.user;
            this.failure = failure;
            this.user = user ?? this.user;
            if (user) {
                this.tell("read", user);
            }
            await this.updateComplete;
            if (first || document.activeElement === document.body) {
                this.focusOn("h2");
            }
        }
    };

    render() {
        return html`
            <p><a href=${route.href(this.back)} data-action="back" @click=${event => route.follow(event, this.back)}>${this.t("user.back")}</a></p>
            ${this.failure ? this.#failed() : nothing}
            ${this.user && (this.made || !this.#isGone()) ? this.#user() : nothing}`;
    }

    #isGone() {
        return this.failure?.status === 404;
    }

    /** What was read before stays, but it may be out of date. If the user is gone, only a key that is shown stays. */
    #failed() {
        if (this.#isGone()) {
            return html`<h2 tabindex="-1">${this.t("user.gone")}</h2><p id="gone">${this.t("user.goneText")}</p>`;
        }
        return html`<div>
            ${this.user ? nothing : html`<h2 tabindex="-1">${this.t("user.unreadable")}</h2>`}
            <p>${this.#reason()} ${this.user ? this.t("user.old") : nothing}</p>
            <button type="button" class="pf-v5-c-button pf-m-secondary" data-action="reload" @click=${this.#load}>${this.t("user.reload")}</button>
        </div>`;
    }

    /** Without the right to find users, somebody who doesn't exist is refused as somebody who is out of reach. */
    #reason() {
        return this.failure.status === 403 ? this.t("user.goneOrForbidden") : errorText(this.desk.messages, this.failure);
    }

    #user() {
        const { username, email, enabled } = this.user;
        return html`
            <h2 tabindex="-1" id="user-name">${fullName(this.user)}</h2>
            <p class="desk-user">${username}${email ? html` · ${email}` : nothing}
                ${enabled ? nothing : html`<span class="desk-mark">${this.t("user.disabled")}</span>`}</p>
            ${this.#work()}
            <section aria-labelledby="factors-title">
                <h3 id="factors-title">${this.t("user.factors")}</h3>
                <factor-list .desk=${this.desk} .user=${this.user} ?manages=${isManaged(this.user) && !this.#isAtWork()}></factor-list>
            </section>
            <section aria-labelledby="next-title">
                <h3 id="next-title">${this.t("next.title")}</h3>
                <next-login .desk=${this.desk} .user=${this.user}></next-login>
            </section>`;
    }

    #work() {
        if (!isManaged(this.user)) {
            return html`<p>${this.t("user.readOnly")}</p>`;
        }
        if (this.made) {
            return html`<new-secret .desk=${this.desk} .user=${this.user} .made=${this.made} @hidden=${() => this.made = { ...this.made, created: undefined }}
                @closed=${() => this.#begin()}></new-secret>`;
        }
        switch (this.does) {
            case "new":
                return html`<new-totp .desk=${this.desk} .user=${this.user} @created=${this.#created} @cancelled=${this.#cancelled}></new-totp>`;
            case "lost":
                return html`<lost-phone .desk=${this.desk} .user=${this.user} @created=${this.#created} @cancelled=${this.#cancelled}></lost-phone>`;
            default:
                return html`<p class="desk-actions desk-work">
                    <button type="button" class="pf-v5-c-button pf-m-primary" data-action="new" @click=${() => this.does = "new"}>${this.t("user.new")}</button>
                    ${otps(this.user).length || hasUnlisted(this.user) ? html`<button type="button" class="pf-v5-c-button pf-m-secondary" data-action="lost" @click=${() => this.does = "lost"}>${this.t("user.lost")}</button>` : nothing}
                </p>`;
        }
    }

    /** The help desk does one thing at a time, unless the list is what has to be looked after. */
    #isAtWork() {
        return this.does || this.made && !this.made.warning;
    }

    #begin() {
        this.does = this.made = undefined;
        this.focusOn("h2");
    }

    /** What `new-secret` shows. A form that was left before the answer came may be another user's. */
    #created({ target, detail }) {
        if (target.user.id === this.userId) {
            this.does = undefined;
            this.made = detail;
            this.#load();
        }
    }

    #cancelled({ target }) {
        if (target.isConnected) {
            this.#begin();
        }
    }
}

customElements.define("user-page", UserPage);
