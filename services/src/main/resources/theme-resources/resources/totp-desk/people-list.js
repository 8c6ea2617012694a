import { DeskElement, html, nothing } from "./element.js";
import { lineText } from "./error-text.js";
import { fullName } from "./names.js";

/** So many are drawn at once; thousands would stop the page. */
const SHOWN = 200;

/** Users of a run with what came of them. */
class PeopleList extends DeskElement {

    static properties = { people: { attribute: false }, shown: { state: true } };

    constructor() {
        super();
        this.shown = SHOWN;
    }

    render() {
        return html`
            <ul class="desk-lines">${this.people.slice(0, this.shown).map(user => html`<li>${this.#line(user)}</li>`)}</ul>
            ${this.people.length > this.shown ? html`<button type="button" class="pf-v5-c-button pf-m-link" data-action="more" @click=${() => this.shown += SHOWN}>${this.t("run.more", this.people.length - this.shown)}</button>` : nothing}`;
    }

    #line(user) {
        const name = fullName(user);
        return html`${name}${name === user.username ? nothing : html` (${user.username})`}${user.outcome === "failed" ? html`: ${lineText(this.desk.messages, user.message)}` : nothing}`;
    }
}

customElements.define("people-list", PeopleList);
