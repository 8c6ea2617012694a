import { DeskElement, html, nothing } from "./element.js";
import "./totp-sheet.js";

/** How many sheets are drawn at a time, so that the page answers in between. */
const CHUNK = 20;

/** A sheet for each new authenticator, for the printer. */
class SheetStack extends DeskElement {

    static properties = { lines: { attribute: false }, drawn: { state: true } };

    constructor() {
        super();
        this.drawn = 0;
    }

    render() {
        const total = this.lines.length;
        return html`
            <p class="desk-actions">
                <button type="button" class="pf-v5-c-button pf-m-primary" data-action="print-all" ?disabled=${this.busy} @click=${this.#print}>${this.t("run.print", total)}</button>
                ${this.busy ? html`<label>${this.t("run.drawing")} <progress max=${total} value=${this.drawn}></progress></label>` : nothing}
            </p>
            <div class="desk-stack">${this.lines.slice(0, this.drawn).map(line => html`<totp-sheet .desk=${this.desk} .user=${line} .totp=${line.credential}></totp-sheet>`)}</div>`;
    }

    #print() {
        this.attempt(async () => {
            while (this.drawn < this.lines.length) {
                this.drawn = Math.min(this.lines.length, this.drawn + CHUNK);
                await new Promise(resolve => setTimeout(resolve));
                await this.updateComplete;
            }
            await Promise.all([...this.querySelectorAll("img")].map(picture => picture.decode()));
        }).then(drawn => drawn && print());
    }
}

customElements.define("sheet-stack", SheetStack);
