import { DeskElement, html, nothing } from "./element.js";
import { errorText } from "./notice.js";
import { route } from "./route.js";
import "./group-page.js";
import "./user-page.js";
import "./user-search.js";

/** The page's frame: it shows what the address asks for. */
class DeskApp extends DeskElement {

    static properties = { route: { state: true }, notice: { state: true }, forbidden: { state: true } };

    constructor() {
        super();
        this.addEventListener("notice-closed", () => this.notice = undefined);
    }

    /** @param tools session, api, messages, and who is logged in */
    start(tools) {
        this.desk = {
            ...tools,
            say: (text, kind = "success") => this.notice = { kind, text },
            fail: error => this.notice = { kind: "danger", text: errorText(tools.messages, error) },
        };
        document.documentElement.lang = tools.messages.locale;
        document.title = this.t("title");
        this.forbidden = !tools.whoAmI;
        this.route = route.get();
        addEventListener("popstate", () => this.#show());
    }

    async #show() {
        this.notice = undefined;
        this.route = route.get();
        await this.updateComplete;
        this.querySelector("main").focus();
    }

    render() {
        return this.desk ? html`
            <a class="pf-v5-c-skip-to-content pf-v5-c-button pf-m-primary" href="#main" @click=${this.#skip}>${this.t("skip")}</a>
            <header class="pf-v5-c-masthead">
                <h1 class="desk-title">${this.t("title")}</h1>
                ${this.forbidden ? nothing : this.#navigation()}
                <div class="desk-caller">
                    <span>${this.desk.whoAmI?.displayName}</span>
                    <button type="button" class="pf-v5-c-button pf-m-link" data-action="logout" @click=${() => this.desk.session.logout()}>${this.t("logout")}</button>
                </div>
            </header>
            <main id="main" tabindex="-1">
                <desk-notice .desk=${this.desk} .notice=${this.notice}></desk-notice>
                ${this.#page()}
            </main>` : nothing;
    }

    #navigation() {
        const group = this.route.group !== undefined;
        return html`<nav aria-label=${this.t("nav.label")}>
            <a href="?" aria-current=${group ? nothing : "page"} @click=${event => route.follow(event, {})}>${this.t("nav.user")}</a>
            <a href="?group=" aria-current=${group ? "page" : nothing} @click=${event => route.follow(event, { group: "" })}>${this.t("nav.group")}</a>
        </nav>`;
    }

    #page() {
        if (this.forbidden) {
            return html`<h2>${this.t("forbidden.title")}</h2><p>${this.t("forbidden.text")}</p>`;
        }
        const { user, group, search, first, ...options } = this.route;
        if (user) {
            return html`<user-page .desk=${this.desk} .userId=${user}></user-page>`;
        }
        return group === undefined
            ? html`<user-search .desk=${this.desk} .search=${search ?? ""} .first=${Number.parseInt(first) || 0}></user-search>`
            : html`<group-page .desk=${this.desk} .group=${group} .options=${options}></group-page>`;
    }

    #skip(event) {
        event.preventDefault();
        this.querySelector("main").focus();
    }
}

customElements.define("totp-desk", DeskApp);
