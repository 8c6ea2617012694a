import { DeskElement, html, nothing } from "./element.js";
import "./totp-sheet.js";

/** How many sheets are drawn at a time, so that the page answers in between. */
const CHUNK = 10;
/** How many are printed at a time: a browser needs long for thousands of pages. */
const PART = 500;

/**
 * The sheets of those who have got an authenticator, for the printer. Nobody can tell whether they were printed: the browser keeps silent if its
 * dialog is cancelled.
 */
class SheetStack extends DeskElement {

    static properties = { people: { attribute: false }, drawn: { state: true } };

    render() {
        const parts = Array.from({ length: Math.ceil(this.people.size / PART) }, (_, index) => index);
        return html`
            <div class="desk-actions">${parts.map(part => this.#button(part, parts.length))}</div>
            ${this.busy ? html`<label for="drawing">${this.t("run.drawing")}</label><progress id="drawing" max=${this.#part(this.part).length} value=${this.drawn}></progress>` : nothing}
            <div class="desk-stack"></div>`;
    }

    #button(part, parts) {
        const first = part * PART;
        const last = Math.min(this.people.size, first + PART);
        return html`<button type="button" class="pf-v5-c-button pf-m-primary" data-action=${parts === 1 ? "print-all" : `print-${part + 1}`} ?disabled=${this.busy} @click=${() => this.#print(part)}>
            ${parts === 1 ? this.t("run.print", last) : this.t("run.printPart", first + 1, last)}</button>`;
    }

    #part(part) {
        return [...this.people.values()].slice(part * PART, (part + 1) * PART);
    }

    async #print(part) {
        if (await this.attempt(() => this.#draw(part))) {
            print();
        }
    }

    /** Pictures are decoded beforehand: the browser doesn't wait for them when it prints. */
    async #draw(part) {
        this.part = part;
        this.drawn = 0;
        const stack = this.querySelector(".desk-stack");
        stack.replaceChildren();
        const people = this.#part(part);
        while (this.drawn < people.length) {
            const sheets = people.slice(this.drawn, this.drawn + CHUNK).map(person => this.#sheet(person));
            stack.append(...sheets);
            await Promise.all(sheets.map(sheet => sheet.updateComplete));
            await Promise.all(sheets.flatMap(sheet => [...sheet.querySelectorAll("img")]).map(picture => picture.decode()));
            this.drawn += sheets.length;
            await new Promise(resolve => setTimeout(resolve));
        }
    }

    #sheet(person) {
        return Object.assign(document.createElement("totp-sheet"), { desk: this.desk, user: person, totp: person.totp });
    }
}

customElements.define("sheet-stack", SheetStack);
