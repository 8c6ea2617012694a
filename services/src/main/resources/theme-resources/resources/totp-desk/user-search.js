import { DeskElement, html, nothing } from "./element.js";
import { fullName } from "./names.js";
import { route } from "./route.js";

const PAGE = 20;

/** Finds users by name or e-mail address. */
class UserSearch extends DeskElement {

    static properties = { search: {}, first: {}, users: { state: true } };

    willUpdate(changed) {
        if (changed.has("search") || changed.has("first")) {
            this.users = undefined;
            if (this.search) {
                this.#find(this.search, this.first);
            }
        }
    }

    async #find(search, first) {
        try {
            // One more than is shown tells whether there is a next page. Asterisks are Keycloak's; whoever types one doesn't know.
            const users = await this.desk.api.users({ search: `*${search.replaceAll("*", "")}*`, first, max: PAGE + 1 });
            if (search === this.search && first === this.first) { // a late answer must not take the place of a newer one
                this.users = users;
            }
        } catch (error) {
            this.desk.fail(error);
        }
    }

    render() {
        return html`
            <h2>${this.t("search.title")}</h2>
            <form role="search" class="desk-search" @submit=${this.#submit}>
                <label for="search">${this.t("search.label")}</label>
                <span class="pf-v5-c-form-control"><input id="search" name="search" type="search" maxlength="255" .value=${this.search} required autocomplete="off"></span>
                <button class="pf-v5-c-button pf-m-primary" data-action="find">${this.t("search.find")}</button>
            </form>
            ${this.users ? this.#found() : nothing}`;
    }

    #found() {
        if (!this.users.length) {
            return html`<p role="status">${this.t("search.nobody", this.search)}</p>`;
        }
        return html`
            <table class="pf-v5-c-table pf-m-compact pf-m-grid-md" id="found">
                <caption class="pf-v5-u-screen-reader">${this.t("search.found")}</caption>
                <thead><tr class="pf-v5-c-table__tr">${["name", "username", "email", "state"].map(column => html`<th scope="col" class="pf-v5-c-table__th">${this.t(`column.${column}`)}</th>`)}</tr></thead>
                <tbody>${this.users.slice(0, PAGE).map(user => this.#row(user))}</tbody>
            </table>
            <nav class="desk-pages" aria-label=${this.t("pages.label")}>
                ${this.first > 0 ? this.#page("pages.previous", Math.max(0, this.first - PAGE)) : nothing}
                ${this.users.length > PAGE ? this.#page("pages.next", this.first + PAGE) : nothing}
            </nav>`;
    }

    #row(user) {
        const values = { user: user.id };
        return html`<tr class="pf-v5-c-table__tr">
            <td class="pf-v5-c-table__td" data-label=${this.t("column.name")}><a href=${route.href(values)} data-user=${user.username} @click=${event => route.follow(event, values)}>${fullName(user)}</a>
                ${user.enabled ? nothing : html`<span class="desk-mark">${this.t("user.disabled")}</span>`}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.username")}>${user.username}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.email")}>${user.email}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.state")}>${this.t(`state.${user.status}`)}</td>
        </tr>`;
    }

    #page(key, first) {
        const values = first ? { search: this.search, first } : { search: this.search };
        return html`<a href=${route.href(values)} @click=${event => route.follow(event, values)}>${this.t(key)}</a>`;
    }

    #submit(event) {
        event.preventDefault();
        route.go({ search: new FormData(event.target).get("search").trim() });
    }
}

customElements.define("user-search", UserSearch);
