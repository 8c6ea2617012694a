import { DeskElement, html, nothing } from "./element.js";

const SECONDS = 60;
/** Whoever needs more time has to have time to say so (WCAG 2.2, 2.2.1). */
const WARNING = 20;

/** Tells `over` after a minute, unless somebody asks for one more. */
class CountDown extends DeskElement {

    static properties = { left: { state: true } };

    connectedCallback() {
        super.connectedCallback();
        this.again();
        this.timer = setInterval(() => this.#tick(), 1000);
        document.addEventListener("visibilitychange", this.#tick);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        clearInterval(this.timer);
        document.removeEventListener("visibilitychange", this.#tick);
    }

    again() {
        this.until = Date.now() + SECONDS * 1000;
        this.left = SECONDS;
    }

    render() {
        return html`<p class="desk-actions">
            <span role="timer" id="left">${this.t("new.left", this.left)}</span>
            <button type="button" class="pf-v5-c-button pf-m-link" data-action="keep" @click=${this.again}>${this.t("new.keep")}</button>
            <span role="status" class="pf-v5-screen-reader">${this.left <= WARNING ? this.t("new.soon", WARNING) : nothing}</span>
        </p>`;
    }

    /** The clock tells what is left, because a browser slows the timers of a page that isn't seen. */
    #tick = () => {
        this.left = Math.max(0, Math.ceil((this.until - Date.now()) / 1000));
        if (this.left === 0) {
            this.tell("over");
        }
    };
}

customElements.define("count-down", CountDown);
