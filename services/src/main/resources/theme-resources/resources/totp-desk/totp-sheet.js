import { DeskElement, html, nothing } from "./element.js";
import { fullName } from "./names.js";

const STEPS = ["install", "scan", "login"];

/**
 * A new authenticator for its user, a card on the screen and a page on paper: the QR code, the key to type in, and what to do.
 * `totp` is what `create-totp` replied, perhaps with the `deadline`; else `user` may have `totps` with it.
 */
class TotpSheet extends DeskElement {

    static properties = { user: { attribute: false }, totp: { attribute: false } };

    render() {
        const { issuer, qrCode, totpSecretEncoded, digits, period, algorithm, userLabel } = this.totp;
        const deadline = this.totp.deadline ?? this.#deadline();
        return html`<article class="desk-sheet">
            <h3>${this.t("sheet.title", issuer)}</h3>
            <p class="desk-sheet-user">${forWhom(this, this.user)}${userLabel ? html`<br>${userLabel}` : nothing}</p>
            ${deadline ? html`<p class="desk-sheet-deadline">${this.t("sheet.deadline", this.desk.messages.date(deadline))}</p>` : nothing}
            <div class="desk-sheet-key">
                ${qrCode ? html`<img class="desk-qr-code" src="data:image/png;base64,${qrCode}" alt=${this.t("sheet.qrCode")}>` : nothing}
                <div>
                    <p>${this.t("sheet.key")}</p>
                    <p><code class="desk-key">${inFours(totpSecretEncoded)}</code></p>
                    <p>${this.t("sheet.settings", algorithm.replace("Hmac", ""), digits, period)}</p>
                </div>
            </div>
            <h4>${this.t("sheet.steps")}</h4>
            <ol>${STEPS.map(step => html`<li>${this.t(`sheet.${step}`)}</li>`)}</ol>
            <p class="desk-sheet-secret">${this.t("sheet.keepSecret")}</p>
        </article>`;
    }

    /** The server tells it with the state, not with the key. */
    #deadline() {
        return this.totp.id && this.user.totps?.find(({ id }) => id === this.totp.id)?.deadline;
    }
}

customElements.define("totp-sheet", TotpSheet);

/** The text in groups of four characters, as people type them. */
export function inFours(text, between = " ") {
    return text.match(/.{1,4}/g).join(between);
}

/** For whom a sheet is. */
export function forWhom(element, user) {
    const name = fullName(user);
    return name === user.username ? element.t("sheet.forUsername", name) : element.t("sheet.for", name, user.username);
}
