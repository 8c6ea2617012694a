import { DeskElement, html } from "./element.js";

/** A button that asks before it does something. It tells `confirmed`. The question is about the subject: with another one it is over. */
class ConfirmButton extends DeskElement {

    static properties = { label: {}, question: {}, action: {}, subject: {}, disabled: { type: Boolean }, asks: { state: true } };

    willUpdate(changed) {
        if (changed.has("subject")) {
            this.asks = false;
        }
    }

    render() {
        return this.asks ? html`
            <div role="group" aria-label=${this.question} class="desk-question" @keydown=${event => event.key === "Escape" && this.#ask(false)}>
                <span>${this.question}</span>
                <button type="button" class="pf-v5-c-button pf-m-danger" data-action="${this.action}-yes" ?disabled=${this.disabled} @click=${this.#confirm}>${this.label}</button>
                <button type="button" class="pf-v5-c-button pf-m-link" data-action="${this.action}-no" @click=${() => this.#ask(false)}>${this.t("cancel")}</button>
            </div>` : html`
            <button type="button" class="pf-v5-c-button pf-m-secondary" data-action=${this.action} ?disabled=${this.disabled} @click=${() => this.#ask(true)}>${this.label}</button>`;
    }

    #ask(asks) {
        this.asks = asks;
        this.focusOn(asks ? "[data-action$=-no]" : "button");
    }

    #confirm() {
        this.asks = false;
        this.tell("confirmed");
    }
}

customElements.define("confirm-button", ConfirmButton);
