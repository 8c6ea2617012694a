import { DeskElement, html, nothing } from "./element.js";
import { typed } from "./codes-sheet.js";
import "./check-code.js";
import "./count-down.js";
import "./totp-sheet.js";

/**
 * Shows what was made just now for a minute, or until the page is left: nobody can see it later. Checking a code needs no secret, so it goes on.
 * It tells `hidden` and `closed`.
 *
 * `made` has the server's reply in `created` as long as it is shown; the `id` of a new authenticator; and a `warning` if not all was done.
 */
class NewSecret extends DeskElement {

    static properties = { user: { attribute: false }, made: { attribute: false } };

    connectedCallback() {
        super.connectedCallback();
        addEventListener("pagehide", this.#hide);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        removeEventListener("pagehide", this.#hide);
        this.made = {};
    }

    firstUpdated() {
        this.focusOn("h3");
    }

    render() {
        const { created, id, codes, warning } = this.made;
        return html`<section class="desk-new" aria-labelledby="new-title">
            <h3 id="new-title" tabindex="-1">${this.t(codes ? "codes.created" : "new.created")}</h3>
            ${warning ? html`<div class="pf-v5-c-alert pf-m-inline pf-m-warning"><p class="pf-v5-c-alert__title">${warning}</p></div>` : nothing}
            ${created ? this.#secret(created) : html`<p>${this.t(codes ? "codes.hidden" : "new.hidden")}</p>`}
            ${codes ? nothing : html`
                <h4>${this.t("check.title")}</h4>
                <p>${this.t("check.text")}</p>
                <check-code .desk=${this.desk} .userId=${this.user.id} .totp=${{ id }}></check-code>`}
            <p><button type="button" class="pf-v5-c-button pf-m-secondary" data-action="close" @click=${() => this.tell("closed")}>${this.t("new.close")}</button></p>
        </section>`;
    }

    #secret(created) {
        return html`
            ${created.codes
                ? html`<codes-sheet .desk=${this.desk} .user=${this.user} .codes=${created.codes}></codes-sheet>`
                : html`<totp-sheet .desk=${this.desk} .user=${this.user} .totp=${created}></totp-sheet>`}
            <p class="desk-actions">
                <button type="button" class="pf-v5-c-button pf-m-primary" data-action="print" @click=${this.#print}>${this.t("new.print")}</button>
                <button type="button" class="pf-v5-c-button pf-m-secondary" data-action="copy" @click=${this.#copy}>${this.t(created.codes ? "codes.copy" : "new.copy")}</button>
                <button type="button" class="pf-v5-c-button pf-m-secondary" data-action="hide" @click=${this.#hide}>${this.t("new.hide")}</button>
            </p>
            <count-down .desk=${this.desk} @over=${this.#hide}></count-down>`;
    }

    /** Whoever types a code meanwhile isn't disturbed. */
    #hide = () => {
        if (this.contains(document.activeElement) && document.activeElement.name !== "code") {
            this.querySelector("h3").focus();
        }
        this.tell("hidden");
    };

    /** A dialog of the browser's may stop the page, so the minute begins anew after it. */
    #print() {
        print();
        this.querySelector("count-down").again();
    }

    async #copy() {
        const { codes, totpSecretEncoded } = this.made.created;
        try {
            await navigator.clipboard.writeText(codes ? codes.map(typed).join("\n") : totpSecretEncoded);
            this.desk.say(this.t("new.copied"));
        } catch { // the browser doesn't let the page, for example without TLS
            this.desk.say(this.t("new.notCopied"), "warning");
        }
    }
}

customElements.define("new-secret", NewSecret);
