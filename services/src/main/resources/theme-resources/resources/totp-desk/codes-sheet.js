import { DeskElement, html } from "./element.js";
import { forWhom, inFours } from "./totp-sheet.js";

/** New recovery codes for their user, a card on the screen and a page on paper, each with a box to cross off. */
class CodesSheet extends DeskElement {

    static properties = { user: { attribute: false }, codes: { attribute: false } };

    render() {
        return html`<article class="desk-sheet">
            <h3>${this.t("codes.title")}</h3>
            <p class="desk-sheet-user">${forWhom(this, this.user)}</p>
            <ol class="desk-codes">${this.codes.map(code => html`<li><code>${typed(code)}</code></li>`)}</ol>
            <p>${this.t("codes.use")} ${this.t("sheet.codesOrder")}</p>
            <p class="desk-sheet-secret">${this.t("sheet.codesKeepSecret")}</p>
        </article>`;
    }
}

customElements.define("codes-sheet", CodesSheet);

/** The login page takes hyphens out of a code, but no spaces. */
export function typed(code) {
    return inFours(code, "-");
}
