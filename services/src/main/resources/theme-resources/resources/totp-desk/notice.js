import { DeskElement, html, nothing } from "./element.js";

/** What happened last. A screen reader reads it out. */
class DeskNotice extends DeskElement {

    static properties = { notice: { attribute: false } };

    render() {
        const { kind, text } = this.notice ?? {};
        return html`<div role=${kind === "danger" ? "alert" : "status"} id="notice">${text ? html`
            <div class="pf-v5-c-alert pf-m-inline pf-m-${kind}">
                <p class="pf-v5-c-alert__title">${text}</p>
                <div class="pf-v5-c-alert__action">
                    <button type="button" class="pf-v5-c-button pf-m-plain" aria-label=${this.t("notice.close")} @click=${() => this.tell("notice-closed")}>✕</button>
                </div>
            </div>` : nothing}</div>`;
    }
}

customElements.define("desk-notice", DeskNotice);

/** What an error means to whoever sees it. */
export function errorText(messages, error) {
    const known = { 0: "error.unreachable", 403: "error.forbidden", 404: "error.gone", 409: "error.conflict" }[error.status];
    if (error.status === undefined) {
        console.error(error);
        return messages.text("error.unexpected");
    }
    if (error.status === 400 && /already has/.test(error.message)) {
        return messages.text("error.exists");
    }
    return known && !(error.status === 409 && /label/i.test(error.message)) ? messages.text(known) : messages.text("error.refused", error.message || error.status);
}
