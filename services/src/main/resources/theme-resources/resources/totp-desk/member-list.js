import { DeskElement, html, nothing } from "./element.js";
import { NONE_IN_USE, isManaged } from "./members.js";
import { fullName } from "./names.js";
import { route } from "./route.js";

const PAGE = 100;
const COLUMNS = ["name", "username", "state"];

/** Members of a group with the states of their authenticators, page by page. It tells `ticked` with the users who are chosen, by their ids. */
class MemberList extends DeskElement {

    static properties = { members: { attribute: false }, status: {}, count: { attribute: false }, ticked: { attribute: false }, first: { state: true }, users: { state: true } };

    willUpdate(changed) {
        if (changed.has("members") || changed.has("status")) {
            this.users = undefined;
            this.#load(0);
        }
    }

    /** A late answer must not take the place of a newer one. */
    async #load(first) {
        const { members, status } = this;
        const isAsked = () => this.isConnected && members === this.members && status === this.status && first === this.asked;
        this.asked = first;
        try {
            const users = await members.page(this.#status(), first, PAGE);
            if (isAsked()) {
                Object.assign(this, { users, first });
            }
        } catch (error) {
            if (isAsked()) {
                this.users ??= []; // the text that they are read goes away
                this.desk.fail(error);
            }
        }
    }

    #status() {
        return this.status ?? NONE_IN_USE;
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
            ${this.#actions(total)}
            ${this.#table()}
            <nav class="desk-pages" aria-label=${this.t("pages.label")}>
                <span id="range" tabindex="-1">${this.t("group.range", this.first + 1, this.first + this.users.length, total)}</span>
                ${this.first ? this.#page("previous", Math.max(0, this.first - PAGE)) : nothing}
                ${this.users.length === PAGE && this.first + PAGE < total ? this.#page("next", this.first + PAGE) : nothing}
            </nav>` : html`<p>${this.t("group.nobody")}</p>`;
    }

    #actions(total) {
        const page = this.users.filter(isManaged);
        return html`<div class="desk-actions">
            <label class="desk-tick"><input type="checkbox" id="tick-page" ?disabled=${!page.length} .checked=${page.length > 0 && page.every(({ id }) => this.ticked.has(id))}
                @change=${event => this.#tick(page, event.target.checked)}> ${this.t("group.tickPage")}</label>
            ${total > PAGE ? this.#button("tick-all", "group.tickAll", this.#tickAll, total) : nothing}
            ${this.ticked.size ? this.#button("untick-all", "group.untickAll", () => this.tell("ticked", new Map())) : nothing}
            <span id="ticked" role="status">${this.t("group.ticked", this.ticked.size)}</span>
            ${this.ticked.size ? this.#button("to-form", "group.toForm", () => this.tell("enrol-ticked")) : nothing}
        </div>`;
    }

    #button(name, text, action, ...values) {
        return html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" data-action=${name} ?disabled=${this.busy} @click=${action}>${this.t(text, ...values)}</button>`;
    }

    #page(name, first) {
        return this.#button(name, `pages.${name}`, () => this.#turn(first));
    }

    async #turn(first) {
        await this.#load(first);
        await this.focusOn("#range");
        this.scrollIntoView();
    }

    #table() {
        return html`<table class="pf-v5-c-table pf-m-compact pf-m-grid-md" id="members">
            <caption class="pf-v5-screen-reader">${this.t("group.members")}</caption>
            <thead class="pf-v5-c-table__thead"><tr class="pf-v5-c-table__tr">
                <td class="pf-v5-c-table__td"></td>
                ${COLUMNS.map(column => html`<th scope="col" class="pf-v5-c-table__th">${this.t(`column.${column}`)}</th>`)}
                <th scope="col" class="pf-v5-c-table__th">${this.t("factor.created")}</th>
            </tr></thead>
            <tbody class="pf-v5-c-table__tbody">${this.users.map(user => this.#row(user))}</tbody>
        </table>`;
    }

    #row(user) {
        const values = { user: user.id };
        const totp = user.totps.find(({ status }) => status === user.status);
        return html`<tr class="pf-v5-c-table__tr" data-status=${user.status}>
            <td class="pf-v5-c-table__td">${isManaged(user)
                ? html`<label class="desk-tick"><input type="checkbox" data-tick=${user.username} aria-label=${fullName(user)} .checked=${this.ticked.has(user.id)} @change=${event => this.#tick([user], event.target.checked)}></label>`
                : html`<span class="desk-mark">${this.t("group.outOfReach")}</span>`}</td>
            <th scope="row" class="pf-v5-c-table__td" data-label=${this.t("column.name")}><span><a href=${route.href(values)} @click=${event => route.follow(event, values)}>${fullName(user)}</a>
                ${user.enabled ? nothing : html`<span class="desk-mark">${this.t("user.disabled")}</span>`}</span></th>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.username")}>${user.username}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("column.state")}>${totp?.deadline && user.status === "unused"
                ? this.t("group.until", this.desk.messages.date(totp.deadline)) : this.t(`state.${user.status}`)}</td>
            <td class="pf-v5-c-table__td" data-label=${this.t("factor.created")}>${totp?.createdDate ? this.desk.messages.date(totp.createdDate) : nothing}</td>
        </tr>`;
    }

    #tick(users, on) {
        const ticked = new Map(this.ticked);
        users.forEach(user => on ? ticked.set(user.id, user) : ticked.delete(user.id));
        this.tell("ticked", ticked);
    }

    #tickAll() {
        this.attempt(async () => {
            for await (const users of this.members.all(this.#status())) {
                if (!this.isConnected) { // another list is shown by now
                    return;
                }
                this.#tick(users.filter(isManaged), true);
                await this.updateComplete;
            }
        });
    }
}

customElements.define("member-list", MemberList);
