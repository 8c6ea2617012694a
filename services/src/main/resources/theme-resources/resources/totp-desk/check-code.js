import { DeskElement, html } from "./element.js";

/** Has the server judge a code that the user reads out. A right code is used up, and marks the authenticator as used. It tells `checked`. */
class CheckCode extends DeskElement {

    static properties = { userId: {}, totp: { attribute: false } };

    render() {
        const id = `code-${this.totp.id}`;
        return html`<form class="desk-check" data-form="check" @submit=${this.#check}>
            <label for=${id}>${this.t("check.label")}</label>
            <span class="pf-v5-c-form-control"><input id=${id} name="code" inputmode="numeric" autocomplete="off" pattern="[0-9 ]*" maxlength="10" size="10" required></span>
            <button class="pf-v5-c-button pf-m-secondary" data-action="check" ?disabled=${this.busy}>${this.t("check.button")}</button>
        </form>`;
    }

    #check(event) {
        event.preventDefault();
        const form = event.target;
        this.attempt(async () => {
            const code = new FormData(form).get("code").replaceAll(" ", "");
            const { valid, reason } = await this.desk.api.verifyTotp(this.userId, { id: this.totp.id, code });
            form.reset();
            this.desk.say(this.t(valid ? "check.valid" : `check.${reason}`), valid ? "success" : "warning");
            this.tell("checked", valid);
        });
    }
}

customElements.define("check-code", CheckCode);
