import { DeskElement, html, nothing } from "./element.js";
import { fullName } from "./user-search.js";

/** A new authenticator entry, on the screen and on paper: the QR code, the key to type in, and what to do. */
class TotpSheet extends DeskElement {

    static properties = { user: { attribute: false }, totp: { attribute: false } };

    render() {
        const { issuer, qrCode, totpSecretEncoded, digits, period, algorithm, userLabel } = this.totp;
        return html`<article class="desk-sheet">
            <h3>${this.t("sheet.title", issuer)}</h3>
            <p>${this.t("sheet.for", fullName(this.user), this.user.username)}${userLabel ? html` – ${userLabel}` : nothing}</p>
            ${qrCode ? html`<img class="desk-qr-code" src="data:image/png;base64,${qrCode}" alt=${this.t("sheet.qrCode")}>` : nothing}
            <p>${this.t("sheet.key")}<br><code class="desk-key">${groups(totpSecretEncoded)}</code></p>
            <p class="desk-settings">${this.t("sheet.settings", algorithm.replace("Hmac", ""), digits, period)}</p>
            <ol>${["install", "scan", "login"].map(step => html`<li>${this.t(`sheet.${step}`)}</li>`)}</ol>
            <p>${this.t("sheet.keepSecret")}</p>
        </article>`;
    }
}

customElements.define("totp-sheet", TotpSheet);

/** In groups of four characters, as people type them. */
export function groups(text) {
    return text.match(/.{1,4}/g).join(" ");
}
