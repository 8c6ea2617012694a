import { DeskElement, html, nothing } from "./element.js";
import { route } from "./route.js";
import "./realm-choice.js";

/** What is above each page: the ways through the desk, who is logged in, the realm and the language. */
class DeskHead extends DeskElement {

    static properties = { group: { type: Boolean }, realms: { attribute: false } };

    render() {
        return html`<header class="pf-v5-c-masthead">
            <h1 class="desk-title">${this.t("title")}</h1>
            ${this.desk.caller ? this.#navigation() : nothing}
            ${this.realms ? html`<realm-choice .desk=${this.desk} .realms=${this.realms}></realm-choice>` : nothing}
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

    #language() {
        const { locales } = this.desk.environment;
        const { chosen } = this.desk.messages;
        return locales.length > 1 ? html`
            <label class="pf-v5-screen-reader" for="locale">${this.t("language")}</label>
            <span class="pf-v5-c-form-control"><select id="locale" @change=${event => this.tell("locale", event.target.value)}>
                ${locales.map(tag => html`<option value=${tag} lang=${tag} ?selected=${tag === chosen}>${nameOf(tag)}</option>`)}
            </select></span>` : nothing;
    }
}

customElements.define("desk-head", DeskHead);

/** A browser has no names for what follows the language, the script and the region. */
function nameOf(tag) {
    const { baseName } = new Intl.Locale(tag);
    const name = new Intl.DisplayNames(tag, { type: "language" }).of(baseName);
    return baseName === tag ? name : `${name} (${tag})`;
}
