import { DeskElement, html, nothing } from "./element.js";
import { otpName } from "./names.js";
import { remove } from "./otp-change.js";
import "./confirm-button.js";

/** An OTP that is stored, but is no authenticator of an app. It can be removed, and that is all. It tells `changed`. */
class OtherOtp extends DeskElement {

    static properties = { userId: {}, otp: { attribute: false }, manages: { type: Boolean } };

    render() {
        const { id, createdDate } = this.otp;
        const name = otpName(this.desk.messages, this.otp);
        return html`<article class="pf-v5-c-card" aria-labelledby="otp-${id}">
            <h4 id="otp-${id}" tabindex="-1">${name}</h4>
            <p>${this.t("factor.unlistedText")}</p>
            ${createdDate > 0 ? html`<p>${this.t("factor.createdOn", this.desk.messages.date(createdDate))}</p>` : nothing}
            ${this.manages ? html`<div class="desk-actions">
                <confirm-button .desk=${this.desk} action="remove" .subject=${id} .disabled=${this.busy} .label=${this.t("factor.remove")} .question=${this.t("factor.removeQuestion", name)}
                    @confirmed=${this.#remove}></confirm-button>
            </div>` : nothing}
        </article>`;
    }

    #remove() {
        remove(this, this.userId, this.otp.id);
    }
}

customElements.define("other-otp", OtherOtp);
