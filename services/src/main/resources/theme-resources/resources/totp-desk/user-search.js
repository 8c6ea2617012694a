import { DeskElement, html, nothing } from "./element.js";
import { route } from "./route.js";
import { searchFor } from "./search-words.js";
import "./user-table.js";

const PAGE = 20;

/** Finds users by name or e-mail address. */
class UserSearch extends DeskElement {

    static properties = { query: { attribute: false }, from: {}, users: { state: true }, searches: { state: true } };

    willUpdate(changed) {
        if (changed.has("query")) {
            this.users = undefined;
            this.#find(this.query);
        }
    }

    firstUpdated() {
        if (!this.query.search) {
            this.focusOn("#search");
        }
    }

    async #find(query) {
        this.searches = Boolean(query.search); // an answer that comes later changes nothing
        if (!query.search) {
            return;
        }
        try {
            // One more than is shown tells whether there is a next page.
            const users = await this.desk.api.users({ search: searchFor(query.search), first: this.#first(), max: PAGE + 1 });
            if (query === this.query) { // a late answer must not take the place of a newer one
                this.users = users;
                this.#restoreFocus();
            }
        } catch (error) {
            if (this.isConnected && query === this.query) {
                this.desk.fail(error);
            }
        } finally {
            this.searches &&= query !== this.query;
        }
    }

    /** Somebody who comes back goes on at the same user, and somebody who turned the page at its top. */
    async #restoreFocus() {
        await this.updateComplete;
        const came = this.querySelector(`[data-user-id="${CSS.escape(this.from ?? "")}"]`);
        if (came || document.activeElement === document.body) {
            (came ?? this.querySelector("#found, h2")).focus();
        }
    }

    render() {
        return html`
            <h2 tabindex="-1">${this.t("search.title")}</h2>
            <form role="search" class="desk-search" @submit=${this.#submit} @keydown=${this.#down}>
                <label for="search">${this.t("search.label")}</label>
                <span class="pf-v5-c-form-control"><input id="search" name="search" type="search" maxlength="255" .value=${this.query.search ?? ""} required autocomplete="off" spellcheck="false"></span>
                <button class="pf-v5-c-button pf-m-primary" data-action="find">${this.t("search.find")}</button>
            </form>
            <p role="status" class=${this.users?.length ? "pf-v5-screen-reader" : ""}>${this.#text()}</p>
            ${this.users?.length ? this.#found() : nothing}`;
    }

    #text() {
        if (this.searches) {
            return this.t("search.searches");
        }
        if (!this.users) {
            return nothing;
        }
        const shown = Math.min(PAGE, this.users.length);
        return shown ? this.t("search.range", this.#first() + 1, this.#first() + shown) : this.t("search.nobody", this.query.search);
    }

    #found() {
        const first = this.#first();
        return html`
            <user-table .desk=${this.desk} .users=${this.users.slice(0, PAGE)}></user-table>
            ${first > 0 || this.users.length > PAGE ? html`<nav class="desk-pages" aria-label=${this.t("pages.label")}>
                ${first > 0 ? this.#page("previous", Math.max(0, first - PAGE)) : nothing}
                <span>${this.t("pages.range", first + 1, first + Math.min(PAGE, this.users.length))}</span>
                ${this.users.length > PAGE ? this.#page("next", first + PAGE) : nothing}
            </nav>` : nothing}`;
    }

    #page(action, first) {
        const { search } = this.query;
        const values = first ? { search, first } : { search };
        return html`<a href=${route.href(values)} data-action=${action} @click=${event => route.follow(event, values)}>${this.t(`pages.${action}`)}</a>`;
    }

    /** The address may have anything. */
    #first() {
        return Math.max(0, Number.parseInt(this.query.first) || 0);
    }

    #submit(event) {
        event.preventDefault();
        route.go({ search: new FormData(event.target).get("search").trim() });
    }

    #down(event) {
        if (event.key === "ArrowDown" && this.users?.length) {
            event.preventDefault();
            this.querySelector("[data-user-id]").focus();
        }
    }
}

customElements.define("user-search", UserSearch);
