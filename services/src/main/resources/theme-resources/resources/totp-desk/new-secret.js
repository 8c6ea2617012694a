import { DeskElement, html, nothing } from "./element.js";
import "./check-code.js";
import "./codes-sheet.js";
import { groups } from "./totp-sheet.js";

const SECONDS = 60;

/**
 * Shows what was made just now for a minute, or until the page is left: nobody can see it later. It tells `hidden`.
 */
class NewSecret extends DeskElement {

    static properties = { user: { attribute: false }, created: { attribute: false }, next: {}, left: { state: true } };

    connectedCallback() {
        super.connectedCallback();
        this.#keep();
        this.timer = setInterval(() => this.#tick(), 1000);
        addEventListener("pagehide", this.#hide);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        clearInterval(this.timer);
        removeEventListener("pagehide", this.#hide);
        this.created = undefined;
    }

    firstUpdated() {
        this.focusOn("h3");
    }

    render() {
        return this.created ? html`<section class="desk-new" aria-labelledby="new-title">
            <h3 id="new-title" tabindex="-1">${this.t(this.created.codes ? "codes.created" : "new.created")}</h3>
            <p>${this.next}</p>
            ${this.created.codes
                ? html`<codes-sheet .desk=${this.desk} .user=${this.user} .codes=${this.created.codes}></codes-sheet>`
                : html`<totp-sheet .desk=${this.desk} .user=${this.user} .totp=${this.created}></totp-sheet>`}
            <p class="desk-actions">
                <button type="button" class="pf-v5-c-button pf-m-primary" data-action="print" @click=${this.#print}>${this.t("new.print")}</button>
                <button type="button" class="pf-v5-c-button pf-m-secondary" data-action="copy" @click=${this.#copy}>${this.t("new.copy")}</button>
                <button type="button" class="pf-v5-c-button pf-m-secondary" data-action="hide" @click=${this.#hide}>${this.t("new.hide")}</button>
            </p>
            <p><span role="timer">${this.t("new.left", this.left)}</span>
                <button type="button" class="pf-v5-c-button pf-m-link" data-action="keep" @click=${this.#keep}>${this.t("new.keep")}</button></p>
            ${this.created.codes ? nothing : html`
                <h4>${this.t("check.title")}</h4>
                <p>${this.t("check.text")}</p>
                <check-code .desk=${this.desk} .userId=${this.user.id} .totp=${this.created}></check-code>`}
        </section>` : nothing;
    }

    #keep() {
        this.until = Date.now() + SECONDS * 1000;
        this.left = SECONDS;
    }

    /** By the clock: a browser slows the timers of a page that isn't seen. */
    #tick() {
        this.left = Math.max(0, Math.ceil((this.until - Date.now()) / 1000));
        if (this.left === 0) {
            this.#hide();
        }
    }

    #hide = () => {
        this.created = undefined;
        this.tell("hidden");
    };

    /** A dialog of the browser's stops the page, so the minute begins anew after it. */
    #print() {
        print();
        this.#keep();
    }

    async #copy() {
        const { codes, totpSecretEncoded } = this.created;
        try {
            await navigator.clipboard.writeText(codes ? codes.map(groups).join("\n") : totpSecretEncoded);
            this.desk.say(this.t("new.copied"));
        } catch { // the browser doesn't let the page, for example without TLS
            this.desk.say(this.t("new.notCopied"), "warning");
        }
    }
}

customElements.define("new-secret", NewSecret);
