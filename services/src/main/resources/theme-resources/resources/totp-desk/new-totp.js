import { DeskElement, html, nothing } from "./element.js";
import "./method-field.js";

/** The form for a new authenticator entry. It tells `created`, or `cancelled`. */
class NewTotp extends DeskElement {

    static properties = { user: { attribute: false }, fault: { state: true } };

    firstUpdated() {
        this.focusOn("h3");
    }

    render() {
        return html`<form class="pf-v5-c-form desk-form" aria-labelledby="new-totp-title" @submit=${this.#create}>
            <h3 id="new-totp-title" tabindex="-1">${this.t("new.title")}</h3>
            <method-field .desk=${this.desk} .userId=${this.user.id}></method-field>
            <div class="pf-v5-c-form__group">
                <label for="userLabel">${this.t("new.label")}</label>
                <span class="pf-v5-c-form-control"><input id="userLabel" name="userLabel" maxlength="255" autocomplete="off" aria-describedby="userLabel-help"
                    aria-invalid=${this.fault ? "true" : "false"} placeholder=${this.t("new.labelExample")}></span>
                <p id="userLabel-help">${this.fault ?? this.t("new.labelHelp")}</p>
            </div>
            ${this.user.totps.length ? html`<div class="pf-v5-c-check">
                <input type="checkbox" class="pf-v5-c-check__input" id="replaceExisting" name="replaceExisting">
                <label class="pf-v5-c-check__label" for="replaceExisting">${this.t("new.replace")}</label>
            </div>` : nothing}
            <p class="desk-actions">
                <button class="pf-v5-c-button pf-m-primary" data-action="create" ?disabled=${this.busy}>${this.t("new.create")}</button>
                <button type="button" class="pf-v5-c-button pf-m-link" data-action="cancel" @click=${() => this.tell("cancelled")}>${this.t("cancel")}</button>
            </p>
        </form>`;
    }

    #create(event) {
        event.preventDefault();
        const form = new FormData(event.target);
        this.fault = undefined;
        this.attempt(async () => {
            try {
                this.tell("created", await this.desk.api.createTotp(this.user.id, {
                    method: form.get("method") || undefined,
                    userLabel: form.get("userLabel").trim() || undefined,
                    replaceExisting: form.has("replaceExisting") || undefined,
                }));
            } catch (error) {
                if (error.status !== 409 || !/label/i.test(error.message)) {
                    throw error;
                }
                this.fault = this.t("new.labelTaken");
                this.focusOn("#userLabel");
            }
        });
    }
}

customElements.define("new-totp", NewTotp);
