import { isRemoved } from "./colleagues.js";
import { DeskElement, html, nothing } from "./element.js";

let fields = 0;

/** Has the server judge a code that the user reads out. A right code is used up, and marks the authenticator as used. It tells `changed`. */
class CheckCode extends DeskElement {

    static properties = { userId: {}, totp: { attribute: false }, result: { state: true } };

    constructor() {
        super();
        this.field = `code-${++fields}`; // the same authenticator may be on the page twice
    }

    willUpdate(changed) {
        if (changed.has("totp") && changed.get("totp")?.id !== this.totp.id) {
            this.result = undefined;
            this.querySelector("form")?.reset(); // a code is of one authenticator
        }
    }

    render() {
        return html`<form class="desk-check" data-form="check" autocomplete="off" @submit=${this.#check}>
            <label for=${this.field}>${this.t("check.label")}</label>
            <span class="pf-v5-c-form-control"><input id=${this.field} name="code" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="12" size="10" required></span>
            <button class="pf-v5-c-button pf-m-secondary" data-action="check" ?disabled=${this.busy}>${this.t("check.button")}</button>
            <p role="status" class="desk-result" data-result=${this.result ?? nothing}>${this.result ? this.t(`check.${this.result}`) : nothing}</p>
        </form>`;
    }

    #check(event) {
        event.preventDefault();
        const form = event.target;
        const code = new FormData(form).get("code").replaceAll(/\s/g, "");
        this.result = undefined;
        if (code) {
            const { desk: { api }, userId, totp: { id } } = this;
            this.attempt(async () => {
                const { valid, reason } = await api.verifyTotp(userId, { id, code });
                if (reason === "invalid" && await isRemoved(api, userId, id)) {
                    this.desk.say(this.t("error.removed"), "danger");
                } else if (id === this.totp.id) { // the place may be another authenticator's by now
                    form.reset();
                    this.result = valid ? "valid" : reason;
                    form.elements.code.focus();
                }
                this.tell("changed");
            });
        }
    }
}

customElements.define("check-code", CheckCode);
