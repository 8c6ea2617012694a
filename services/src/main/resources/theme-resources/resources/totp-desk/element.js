import { LitElement } from "./vendor/lit-element.js";

export { html, nothing } from "./vendor/lit-element.js";

/**
 * What all elements of the page have: they draw into the page itself, so that PatternFly's styles apply, and they have the desk's tools.
 */
export class DeskElement extends LitElement {

    static properties = { desk: { attribute: false }, busy: { state: true } };

    createRenderRoot() {
        return this;
    }

    /** A text in the language of the page. */
    t(key, ...values) {
        return this.desk.messages.text(key, ...values);
    }

    /**
     * Does something that takes a while. Buttons are to be disabled meanwhile, so that nothing is done twice. If it fails, the element tells
     * `failed`: what the page shows may be out of date.
     *
     * @param {function(): Promise} task
     * @returns {Promise<boolean>} whether it was done. If not, the page says why
     */
    async attempt(task) {
        if (this.busy) {
            return false;
        }
        const focused = document.activeElement;
        this.busy = true;
        try {
            await task();
            return true;
        } catch (error) {
            this.desk.fail(error);
            this.tell("failed", error);
            return false;
        } finally {
            this.busy = false;
            this.#keepFocus(focused);
        }
    }

    /** Tells other elements above this one. */
    tell(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    }

    /** Moves the focus as soon as the element is drawn: what had the focus may be gone. */
    async focusOn(selector) {
        await this.updateComplete;
        this.querySelector(selector)?.focus();
    }

    /** A button loses the focus while it is disabled. */
    async #keepFocus(focused) {
        await this.updateComplete;
        if (document.activeElement === document.body) {
            focused.focus();
        }
    }
}
