import { DeskElement, html, nothing } from "./element.js";
import { isOtp } from "./in-the-way.js";
import { nameOf } from "./names.js";

const RECOVERY_CODES = "recovery-authn-codes";

/** What the user meets at the next login, as far as the second factors tell: the realm decides what it asks for. */
class NextLogin extends DeskElement {

    static properties = { user: { attribute: false } };

    render() {
        const { requiredActions } = this.user;
        return html`<p id="next-login">${this.t(`next.${this.#asks()}`)}</p>
            ${requiredActions.length ? html`
                <p>${this.t("next.actions")}</p>
                <ul class="desk-list">${requiredActions.map(action => html`<li>${nameOf(this.desk.messages, `action.${action}`, action)}</li>`)}</ul>` : nothing}`;
    }

    #asks() {
        const { enabled, status, otherCredentials, requiredActions } = this.user;
        const types = otherCredentials.filter(other => !isOtp(other)).map(({ type }) => type);
        if (!enabled) {
            return "disabled";
        }
        if (status === "locked" || status === "expired") {
            return status;
        }
        if (status !== "none") {
            return types.length ? "totpOrOther" : "totp";
        }
        if (types.includes(RECOVERY_CODES)) {
            return "codes";
        }
        if (types.length) {
            return "other";
        }
        return requiredActions.includes("CONFIGURE_TOTP") ? "setup" : "password";
    }
}

customElements.define("next-login", NextLogin);
