import { isOvertaken } from "./colleagues.js";
import { DeskElement, html, nothing } from "./element.js";
import { isLabelTaken } from "./error-text.js";
import { hasUnlisted, inTheWay } from "./in-the-way.js";
import { otpName } from "./names.js";
import "./method-field.js";

/** The form for a new authenticator. It tells `created`, or `cancelled`. */
class NewTotp extends DeskElement {

    static properties = { user: { attribute: false }, method: { state: true }, fault: { state: true } };

    /** The user as the form began with: it may have been read again since then. */
    #before;

    firstUpdated() {
        this.#before = this.user;
        this.focusOn("h3");
    }

    render() {
        return html`<form class="pf-v5-c-form desk-form" aria-labelledby="new-totp-title" @submit=${this.#create}>
            <h3 id="new-totp-title" tabindex="-1">${this.t("new.title")}</h3>
            <method-field .desk=${this.desk} .users=${[this.user]} @method=${event => this.method = event.detail}></method-field>
            <div class="pf-v5-c-form__group">
                <label for="userLabel">${this.t("new.label")}</label>
                <span class="pf-v5-c-form-control"><input id="userLabel" name="userLabel" maxlength="255" autocomplete="off" aria-describedby="userLabel-help"
                    aria-invalid=${this.fault ? "true" : nothing} @input=${() => this.fault = undefined}></span>
                <p id="userLabel-help" class=${this.fault ? "desk-fault" : "desk-help"}>${this.fault ?? this.t("new.labelHelp")}</p>
            </div>
            ${this.method ? this.#replaces() : nothing}
            <p class="desk-actions">
                <button class="pf-v5-c-button pf-m-primary" data-action="create" ?disabled=${this.busy || !this.method}>${this.t("new.create")}</button>
                <button type="button" class="pf-v5-c-button pf-m-link" data-action="cancel" ?disabled=${this.busy} @click=${() => this.tell("cancelled")}>${this.t("cancel")}</button>
            </p>
        </form>`;
    }

    /** There is no way to keep what is in the way, so whoever creates has to agree. */
    #replaces() {
        const otps = inTheWay(this.user, this.method);
        return otps.length || hasUnlisted(this.user) ? html`<div class="pf-v5-c-check">
            <input type="checkbox" class="pf-v5-c-check__input" id="replaceExisting" name="replaceExisting" required>
            <label class="pf-v5-c-check__label" for="replaceExisting">${this.t("new.replace", this.#names(otps))}</label>
        </div>` : nothing;
    }

    #names(otps) {
        const names = otps.map(otp => otpName(this.desk.messages, otp));
        return this.desk.messages.list(names.length ? names : [this.t("factor.unlisted")]);
    }

    #create(event) {
        event.preventDefault();
        const form = new FormData(event.target);
        this.fault = undefined;
        this.attempt(async () => {
            if (form.has("replaceExisting") && await isOvertaken(this, this.#before)) {
                return;
            }
            try {
                const created = await this.desk.api.createTotp(this.user.id, {
                    method: form.get("method") || undefined,
                    userLabel: form.get("userLabel").trim() || undefined,
                    replaceExisting: form.has("replaceExisting") || undefined,
                });
                this.tell("created", { created, id: created.id });
            } catch (error) {
                if (!isLabelTaken(error)) {
                    throw error;
                }
                this.fault = this.t("new.labelTaken");
                this.focusOn("#userLabel");
            }
        });
    }
}

customElements.define("new-totp", NewTotp);
