import { DeskElement, html, nothing } from "./element.js";
import { hasUnlisted, isOtp } from "./in-the-way.js";
import { nameOf } from "./names.js";
import "./factor-card.js";
import "./other-otp.js";

/** The user's second factors, with what can be done about each. It tells `changed`. */
class FactorList extends DeskElement {

    static properties = { user: { attribute: false }, manages: { type: Boolean } };

    render() {
        const { totps, otherCredentials } = this.user;
        const unlisted = hasUnlisted(this.user);
        return totps.length || otherCredentials.length || unlisted ? html`<ul class="desk-factors">
            ${totps.map(totp => html`<li><factor-card .desk=${this.desk} .userId=${this.user.id} .totp=${totp} ?manages=${this.manages}></factor-card></li>`)}
            ${otherCredentials.filter(isOtp).map(otp => html`<li><other-otp .desk=${this.desk} .userId=${this.user.id} .otp=${otp} ?manages=${this.manages}></other-otp></li>`)}
            ${unlisted ? html`<li class="pf-v5-c-card"><h4>${this.t("factor.unlisted")}</h4><p>${this.t("factor.unlistedText")}</p></li>` : nothing}
            ${otherCredentials.filter(other => !isOtp(other)).map(other => this.#other(other))}
        </ul>` : html`<p id="no-factors">${this.t("user.noFactors")}</p>`;
    }

    #other({ type, userLabel, createdDate }) {
        return html`<li class="pf-v5-c-card">
            <h4>${nameOf(this.desk.messages, `factor.${type}`, type)}${userLabel ? html`: ${userLabel}` : nothing}</h4>
            ${createdDate > 0 ? html`<p>${this.t("factor.createdOn", this.desk.messages.date(createdDate))}</p>` : nothing}
        </li>`;
    }
}

customElements.define("factor-list", FactorList);
