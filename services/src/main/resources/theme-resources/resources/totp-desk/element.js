import { LitElement } from "./vendor/lit-element.js";

export { html, nothing } from "./vendor/lit-element.js";

/**
 * What all elements of the page have: they draw into the page itself, so that PatternFly's styles apply, and they have the desk's tools.
 */
export class DeskElement extends LitElement {

    static properties = { desk: { attribute: false } };

    createRenderRoot() {
        return this;
    }

    /** A text in the language of the page. */
    t(key, ...values) {
        return this.desk.messages.text(key, ...values);
    }
}
