import { DeskElement, html, nothing } from "./element.js";

/** A user with the second factors. */
class UserPage extends DeskElement {

    static properties = { userId: {}, user: { state: true } };

    willUpdate(changed) {
        if (changed.has("userId")) {
            this.#load();
        }
    }

    async #load() {
        this.user = await this.desk.api.user(this.userId);
    }

    render() {
        return this.user ? html`<pre>${JSON.stringify(this.user, null, 2)}</pre>` : nothing;
    }
}

customElements.define("user-page", UserPage);
