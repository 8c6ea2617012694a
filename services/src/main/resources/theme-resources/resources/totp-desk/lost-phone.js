import { DeskElement, html } from "./element.js";

/**
 * What to do if the user has lost the phone: the old authenticator stops working, and the user gets something else to log in with. It tells
 * `created` with what was made and what comes next, or `cancelled`.
 */
class LostPhone extends DeskElement {

    static properties = { user: { attribute: false } };

    firstUpdated() {
        this.focusOn("h3");
    }

    render() {
        return html`<section class="desk-form" aria-labelledby="lost-title">
            <h3 id="lost-title" tabindex="-1">${this.t("lost.title")}</h3>
            <p>${this.t("lost.text")}</p>
            <p class="desk-actions">
                <button type="button" class="pf-v5-c-button pf-m-primary" data-action="lost-totp" ?disabled=${this.busy} @click=${this.#totp}>${this.t("lost.totp")}</button>
                <button type="button" class="pf-v5-c-button pf-m-secondary" data-action="lost-codes" ?disabled=${this.busy} @click=${this.#codes}>${this.t("lost.codes")}</button>
                <button type="button" class="pf-v5-c-button pf-m-link" data-action="cancel" @click=${() => this.tell("cancelled")}>${this.t("cancel")}</button>
            </p>
        </section>`;
    }

    #totp() {
        this.attempt(async () => {
            const created = await this.desk.api.createTotp(this.user.id, { replaceExisting: true });
            this.tell("created", { created, next: this.t("next.totp") });
        });
    }

    /** The codes first: if the second request fails, the user still has a second factor. */
    #codes() {
        this.attempt(async () => {
            const created = await this.desk.api.createRecoveryCodes(this.user.id, { replaceExisting: true });
            let next = this.t("next.codes");
            try {
                await this.desk.api.removeTotp(this.user.id);
            } catch (error) {
                this.desk.fail(error);
                next = this.t("lost.notRemoved");
            }
            this.tell("created", { created, next });
        });
    }
}

customElements.define("lost-phone", LostPhone);
