import { DeskElement, html, nothing } from "./element.js";
import { route } from "./route.js";

/** What is above each page: the ways through the desk, who is logged in, the realm and the language. */
class DeskHead extends DeskElement {

    static properties = { group: { type: Boolean }, realms: { state: true } };

    async firstUpdated() {
        const { loginRealm, masterRealm } = this.desk.environment;
        if (loginRealm === masterRealm) {
            this.realms = await this.desk.api.realms().catch(() => undefined); // the page works without the choice
        }
    }

    render() {
        return html`<header class="pf-v5-c-masthead">
            <h1 class="desk-title">${this.t("title")}</h1>
            ${this.desk.caller ? this.#navigation() : nothing}
            ${this.realms?.length > 1 ? this.#realm() : nothing}
            <div class="desk-caller">
                ${this.#language()}
                <span>${this.desk.caller?.displayName ?? this.desk.session.username}</span>
                <button type="button" class="pf-v5-c-button pf-m-link" data-action="logout" @click=${() => this.tell("logout")}>${this.t("logout")}</button>
            </div>
        </header>`;
    }

    #navigation() {
        return html`<nav aria-label=${this.t("nav.label")}>
            <a href=${route.href({})} aria-current=${this.group ? nothing : "page"} @click=${event => route.follow(event, {})}>${this.t("nav.user")}</a>
            <a href=${route.href({ group: "" })} aria-current=${this.group ? "page" : nothing} @click=${event => route.follow(event, { group: "" })}>${this.t("nav.group")}</a>
        </nav>`;
    }

    /** The choice has a button, because the arrow keys choose in a select, and another realm is another page. */
    #realm() {
        return html`<form class="desk-realm" @submit=${this.#changeRealm}>
            <label for="realm">${this.t("realm.label")}</label>
            <span class="pf-v5-c-form-control"><select id="realm" name="realm">${this.realms.map(realm => html`<option value=${realm} ?selected=${realm === this.desk.api.realm}>${realm}</option>`)}</select></span>
            <button class="pf-v5-c-button pf-m-link" data-action="realm">${this.t("realm.change")}</button>
        </form>`;
    }

    #changeRealm(event) {
        event.preventDefault();
        location.assign(route.href({ realm: new FormData(event.target).get("realm") })); // nothing of the other realm stays
    }

    #language() {
        const { locales } = this.desk.environment;
        const { chosen } = this.desk.messages;
        return locales.length > 1 ? html`
            <label class="pf-v5-screen-reader" for="locale">${this.t("language")}</label>
            <span class="pf-v5-c-form-control"><select id="locale" @change=${event => this.tell("locale", event.target.value)}>
                ${locales.map(tag => html`<option value=${tag} lang=${tag} ?selected=${tag === chosen}>${new Intl.DisplayNames(tag, { type: "language" }).of(tag)}</option>`)}
            </select></span>` : nothing;
    }
}

customElements.define("desk-head", DeskHead);
