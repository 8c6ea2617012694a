import { DeskElement, html } from "./element.js";
import { fullName } from "./user-search.js";
import { groups } from "./totp-sheet.js";

/** New recovery codes, on the screen and on paper. */
class CodesSheet extends DeskElement {

    static properties = { user: { attribute: false }, codes: { attribute: false } };

    render() {
        return html`<article class="desk-sheet">
            <h3>${this.t("codes.title")}</h3>
            <p>${this.t("sheet.for", fullName(this.user), this.user.username)}</p>
            <ol class="desk-codes">${this.codes.map(code => html`<li><code>${groups(code)}</code></li>`)}</ol>
            <p>${this.t("codes.use")}</p>
            <p>${this.t("sheet.keepSecret")}</p>
        </article>`;
    }
}

customElements.define("codes-sheet", CodesSheet);
