import { DeskElement, html, nothing } from "./element.js";
import { fullName } from "./names.js";
import { route } from "./route.js";

const COLUMNS = ["name", "username", "email", "state"];

/** Users who were found, each a link to the user's page. The arrow keys go from one to the next. */
class UserTable extends DeskElement {

    static properties = { users: { attribute: false } };

    render() {
        return html`<table class="pf-v5-c-table pf-m-compact pf-m-grid-md" id="found" tabindex="-1" @keydown=${this.#move}>
            <caption class="pf-v5-screen-reader">${this.t("search.found")}</caption>
            <thead class="pf-v5-c-table__thead"><tr class="pf-v5-c-table__tr">${COLUMNS.map(column => html`<th scope="col" class="pf-v5-c-table__th">${this.t(`column.${column}`)}</th>`)}</tr></thead>
            <tbody class="pf-v5-c-table__tbody">${this.users.map(user => this.#row(user))}</tbody>
        </table>`;
    }

    #row(user) {
        const values = { user: user.id };
        return html`<tr class="pf-v5-c-table__tr" data-status=${user.status}>
            <th scope="row" class="pf-v5-c-table__td" data-label=${this.t("column.name")}>
                <span><a href=${route.href(values)} data-user=${user.username} data-user-id=${user.id} @click=${event => route.follow(event, values)}>${fullName(user)}</a>
                ${user.enabled ? nothing : html`<span class="desk-mark">${this.t("user.disabled")}</span>`}</span></th>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.username")}>${user.username}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.email")}>${user.email}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.state")}>${this.t(`state.${user.status}`)}</td>
        </tr>`;
    }

    #move(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const links = [...this.querySelectorAll("[data-user-id]")];
        const place = links.indexOf(document.activeElement);
        if (step && place >= 0) {
            event.preventDefault();
            links[place + step]?.focus();
        }
    }
}

customElements.define("user-table", UserTable);
