import { DeskElement, html, nothing } from "./element.js";
import { route } from "./route.js";
import "./user-search.js";
import "./user-page.js";

/** The page's frame: it shows what the address asks for. */
class DeskApp extends DeskElement {

    static properties = { route: { state: true } };

    /** @param desk the tools: environment, session, api, messages */
    start(desk) {
        document.documentElement.lang = desk.messages.locale;
        this.desk = desk;
        this.#show();
        addEventListener("popstate", () => this.#show());
    }

    #show() {
        this.route = route.get();
        document.title = this.t("title");
    }

    render() {
        return this.desk ? html`
            <header class="pf-v5-c-masthead">
                <h1><a href="?" @click=${this.#home}>${this.t("title")}</a></h1>
                <button class="pf-v5-c-button pf-m-plain" @click=${() => this.desk.session.logout()}>${this.t("logout")}</button>
            </header>
            <main>
                ${this.route.user
                    ? html`<user-page .desk=${this.desk} .userId=${this.route.user}></user-page>`
                    : html`<user-search .desk=${this.desk} .search=${this.route.search ?? ""}></user-search>`}
            </main>` : nothing;
    }

    #home(event) {
        event.preventDefault();
        route.go({});
    }
}

customElements.define("totp-desk", DeskApp);
