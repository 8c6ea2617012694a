import { DeskElement, html, nothing } from "./element.js";
import { route } from "./route.js";
import { fullName } from "./user-search.js";

const PAGE = 100;

/** Members of a group with the states of their authenticators, page by page. It tells `ticked` with the users who are chosen, by their ids. */
class MemberList extends DeskElement {

    static properties = { query: { attribute: false, hasChanged: (now, before) => JSON.stringify(now) !== JSON.stringify(before) }, ticked: { attribute: false }, first: { state: true }, users: { state: true } };

    willUpdate(changed) {
        if (changed.has("query")) {
            this.first = 0;
        }
        if (changed.has("query") || changed.has("first")) {
            this.#load(this.query, this.first);
        }
    }

    async #load(query, first) {
        try {
            const users = await this.desk.api.users({ ...query, first, max: PAGE + 1 });
            if (query === this.query && first === this.first) {
                this.users = users;
            }
        } catch (error) {
            this.desk.fail(error);
        }
    }

    render() {
        if (!this.users) {
            return nothing;
        }
        const page = this.#page();
        return page.length || this.first ? html`
            <table class="pf-v5-c-table pf-m-compact pf-m-grid-md" id="members">
                <caption class="pf-v5-u-screen-reader">${this.t("group.members")}</caption>
                <thead><tr class="pf-v5-c-table__tr">
                    <th scope="col" class="pf-v5-c-table__th"><input type="checkbox" id="tick-page" aria-label=${this.t("group.tickPage")}
                        .checked=${page.length > 0 && page.every(({ id }) => this.ticked.has(id))} @change=${event => this.#tick(page, event.target.checked)}></th>
                    ${["name", "username", "state"].map(column => html`<th scope="col" class="pf-v5-c-table__th">${this.t(`column.${column}`)}</th>`)}
                </tr></thead>
                <tbody>${page.map(user => this.#row(user))}</tbody>
            </table>
            <nav class="desk-pages" aria-label=${this.t("pages.label")}>
                ${this.first ? html`<button type="button" class="pf-v5-c-button pf-m-link" data-action="previous" @click=${() => this.first = Math.max(0, this.first - PAGE)}>${this.t("pages.previous")}</button>` : nothing}
                ${this.users.length > PAGE ? html`<button type="button" class="pf-v5-c-button pf-m-link" data-action="next" @click=${() => this.first += PAGE}>${this.t("pages.next")}</button>` : nothing}
                ${this.users.length > PAGE || this.first ? html`<button type="button" class="pf-v5-c-button pf-m-link" data-action="tick-all" ?disabled=${this.busy} @click=${this.#tickAll}>${this.t("group.tickAll")}</button>` : nothing}
            </nav>` : html`<p>${this.t("group.nobody")}</p>`;
    }

    /** One more than is shown tells whether there is a next page. */
    #page() {
        return this.users.slice(0, PAGE);
    }

    #row(user) {
        const id = `tick-${user.id}`;
        const values = { user: user.id };
        return html`<tr class="pf-v5-c-table__tr">
            <td class="pf-v5-c-table__td"><input type="checkbox" id=${id} data-tick=${user.username} aria-label=${fullName(user)} .checked=${this.ticked.has(user.id)} @change=${event => this.#tick([user], event.target.checked)}></td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.name")}><a href=${route.href(values)} @click=${event => route.follow(event, values)}>${fullName(user)}</a>
                ${user.enabled ? nothing : html`<span class="desk-mark">${this.t("user.disabled")}</span>`}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.username")}>${user.username}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.state")}>${this.t(`state.${user.status}`)}</td>
        </tr>`;
    }

    #tick(users, on) {
        const ticked = new Map(this.ticked);
        users.forEach(user => on ? ticked.set(user.id, user) : ticked.delete(user.id));
        this.tell("ticked", ticked);
    }

    #tickAll() {
        this.attempt(async () => {
            const max = 1000;
            for (let first = 0, users; first === 0 || users.length === max; first += max) {
                users = await this.desk.api.users({ ...this.query, first, max });
                this.#tick(users, true);
                await this.updateComplete;
            }
        });
    }
}

customElements.define("member-list", MemberList);
