import { DeskElement, html, nothing } from "./element.js";
import { DEFAULT, isManaged } from "./members.js";
import { fullName } from "./names.js";
import { route } from "./route.js";

const PAGE = 100;
const COLUMNS = ["name", "username", "state"];

/** Members of a group with the states of their authenticators, page by page. It tells `ticked` with the users who are chosen, by their ids. */
class MemberList extends DeskElement {

    static properties = { members: { attribute: false }, status: {}, count: { attribute: false }, ticked: { attribute: false }, first: { state: true }, users: { state: true } };

    willUpdate(changed) {
        if (changed.has("members") || changed.has("status")) {
            this.first = 0;
            this.users = undefined;
        }
        if (changed.has("members") || changed.has("status") || changed.has("first")) {
            this.#load(this.members, this.first);
        }
    }

    async #load(members, first) {
        try {
            const users = await members.page(this.#status(), first, PAGE);
            if (members === this.members && first === this.first) { // a late answer must not take the place of a newer one
                this.users = users;
            }
        } catch (error) {
            this.desk.fail(error);
        }
    }

    #status() {
        return this.status ?? DEFAULT;
    }

    #total() {
        return this.#status().split(",").reduce((sum, status) => sum + this.count[status], 0);
    }

    render() {
        if (!this.users) {
            return html`<p role="status">${this.t("group.reading")}</p>`;
        }
        const total = this.#total();
        return this.users.length || this.first ? html`
            <div class="desk-actions">
                <span id="ticked" role="status">${this.t("group.ticked", this.ticked.size)}</span>
                ${total > PAGE ? html`<button type="button" class="pf-v5-c-button pf-m-secondary pf-m-small" data-action="tick-all" ?disabled=${this.busy} @click=${this.#tickAll}>${this.t("group.tickAll", total)}</button>` : nothing}
                ${this.ticked.size ? html`
                    <button type="button" class="pf-v5-c-button pf-m-link pf-m-small" data-action="untick-all" ?disabled=${this.busy} @click=${() => this.#tell(new Map())}>${this.t("group.untickAll")}</button>
                    <button type="button" class="pf-v5-c-button pf-m-link pf-m-small" data-action="to-form" @click=${() => this.tell("enrol-ticked")}>${this.t("group.toForm")}</button>` : nothing}
            </div>
            ${this.#table()}
            <nav class="desk-pages" aria-label=${this.t("pages.label")}>
                <span id="range" tabindex="-1">${this.t("group.range", this.first + 1, this.first + this.users.length, total)}</span>
                ${this.first ? this.#page("previous", Math.max(0, this.first - PAGE)) : nothing}
                ${this.users.length === PAGE && this.first + PAGE < total ? this.#page("next", this.first + PAGE) : nothing}
            </nav>` : html`<p id="nobody">${this.t("group.nobody")}</p>`;
    }

    #page(name, first) {
        return html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-small" data-action=${name} @click=${() => this.#turn(first)}>${this.t(`pages.${name}`)}</button>`;
    }

    async #turn(first) {
        this.first = first;
        await this.focusOn("#range");
        this.scrollIntoView();
    }

    #table() {
        const page = this.users.filter(isManaged);
        return html`<table class="pf-v5-c-table pf-m-compact pf-m-grid-md" id="members">
            <caption class="pf-v5-screen-reader">${this.t("group.members")}</caption>
            <thead class="pf-v5-c-table__thead"><tr class="pf-v5-c-table__tr">
                <td class="pf-v5-c-table__td"><label class="desk-tick"><input type="checkbox" id="tick-page" aria-label=${this.t("group.tickPage")} ?disabled=${!page.length}
                    .checked=${page.length > 0 && page.every(({ id }) => this.ticked.has(id))} @change=${event => this.#tick(page, event.target.checked)}></label></td>
                ${COLUMNS.map(column => html`<th scope="col" class="pf-v5-c-table__th">${this.t(`column.${column}`)}</th>`)}
                <th scope="col" class="pf-v5-c-table__th">${this.t("factor.created")}</th>
            </tr></thead>
            <tbody class="pf-v5-c-table__tbody">${this.users.map(user => this.#row(user))}</tbody>
        </table>`;
    }

    #row(user) {
        const values = { user: user.id };
        const [totp] = user.totps.filter(({ status }) => status === user.status);
        return html`<tr class="pf-v5-c-table__tr" data-status=${user.status}>
            <td class="pf-v5-c-table__td">${isManaged(user)
                ? html`<label class="desk-tick"><input type="checkbox" data-tick=${user.username} aria-label=${fullName(user)} .checked=${this.ticked.has(user.id)} @change=${event => this.#tick([user], event.target.checked)}></label>`
                : html`<span class="desk-mark">${this.t("group.outOfReach")}</span>`}</td>
            <th scope="row" class="pf-v5-c-table__td" data-label=${this.t("column.name")}><span><a href=${route.href(values)} @click=${event => route.follow(event, values)}>${fullName(user)}</a>
                ${user.enabled ? nothing : html`<span class="desk-mark">${this.t("user.disabled")}</span>`}</span></th>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.username")}>${user.username}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.state")}>${totp?.deadline && user.status === "unused"
                ? this.t("state.unusedUntil", this.desk.messages.date(totp.deadline)) : this.t(`state.${user.status}`)}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("factor.created")}>${totp?.createdDate ? this.desk.messages.date(totp.createdDate) : nothing}</td>
        </tr>`;
    }

    #tick(users, on) {
        const ticked = new Map(this.ticked);
        users.forEach(user => on ? ticked.set(user.id, user) : ticked.delete(user.id));
        this.#tell(ticked);
    }

    #tell(ticked) {
        this.tell("ticked", ticked);
    }

    #tickAll() {
        this.attempt(async () => {
            for await (const users of this.members.all(this.#status())) {
                this.#tick(users.filter(isManaged), true);
                await this.updateComplete;
            }
        });
    }
}

customElements.define("member-list", MemberList);
