import { DeskElement, html, nothing } from "./element.js";

/**
 * What happened last, always in sight. The two regions are there from the beginning, because a screen reader reads out what comes into a region
 * that it knows.
 */
class DeskNotice extends DeskElement {

    static properties = { notice: { attribute: false } };

    render() {
        const failed = this.notice?.kind === "danger";
        return html`<div id="notice">
            <div role="status">${this.notice && !failed ? this.#box() : nothing}</div>
            <div role="alert">${failed ? this.#box() : nothing}</div>
        </div>`;
    }

    #box() {
        const { kind, text } = this.notice;
        return html`<div class="pf-v5-c-alert pf-m-inline pf-m-${kind}">
            <p class="pf-v5-c-alert__title">${text}</p>
            <div class="pf-v5-c-alert__action">
                <button type="button" class="pf-v5-c-button pf-m-plain" data-action="close-notice" aria-label=${this.t("notice.close")} @click=${() => this.tell("notice-closed")}>✕</button>
            </div>
        </div>`;
    }
}

customElements.define("desk-notice", DeskNotice);
