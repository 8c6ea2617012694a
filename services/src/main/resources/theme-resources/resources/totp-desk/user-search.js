import { DeskElement, html, nothing } from "./element.js";
import { route } from "./route.js";

/** Finds users by name or e-mail address. */
class UserSearch extends DeskElement {

    static properties = { search: {}, users: { state: true } };

    willUpdate(changed) {
        if (changed.has("search")) {
            this.users = undefined;
            if (this.search) {
                this.#find();
            }
        }
    }

    async #find() {
        this.users = await this.desk.api.users({ search: `*${this.search}*`, max: 20 });
    }

    render() {
        return html`
            <form role="search" @submit=${this.#submit}>
                <label for="search">${this.t("search.label")}</label>
                <input id="search" name="search" type="search" class="pf-v5-c-form-control" .value=${this.search} required autofocus>
                <button class="pf-v5-c-button pf-m-primary">${this.t("search.find")}</button>
            </form>
            ${this.users ? html`<ul>${this.users.map(user => html`
                <li><a href=${`?user=${encodeURIComponent(user.id)}`} @click=${event => this.#open(event, user)}>${user.username}</a> ${user.email ?? nothing}</li>`)}</ul>` : nothing}`;
    }

    #submit(event) {
        event.preventDefault();
        route.go({ search: new FormData(event.target).get("search") });
    }

    #open(event, user) {
        event.preventDefault();
        route.go({ user: user.id });
    }
}

customElements.define("user-search", UserSearch);
