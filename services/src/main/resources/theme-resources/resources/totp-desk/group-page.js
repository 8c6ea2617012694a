import { DeskElement, html } from "./element.js";

/** A group: who has no authenticator, and who hasn't used the new one. */
class GroupPage extends DeskElement {

    static properties = { group: {} };

    render() {
        return html`<h2>${this.t("group.title")}</h2>`;
    }
}

customElements.define("group-page", GroupPage);
