import { DeskElement, html, nothing } from "./element.js";
import { route } from "./route.js";
import "./enrolment-form.js";
import "./enrolment-run.js";
import "./member-list.js";

const WITHOUT = ["none", "unused", "expired"];
const STATES = [...WITHOUT, "locked", "used"];

/** A group: who has no authenticator, and who hasn't used the new one. Those who are ticked get one. */
class GroupPage extends DeskElement {

    static properties = { group: {}, options: { attribute: false }, groups: { state: true }, count: { state: true }, ticked: { state: true }, request: { state: true } };

    constructor() {
        super();
        this.ticked = new Map();
    }

    firstUpdated() {
        // Only a help: not everybody may list the groups.
        this.desk.api.groups().then(groups => this.groups = groups, () => {});
    }

    willUpdate(changed) {
        if (changed.has("group") || changed.has("options") && changed.get("options")?.subGroups !== this.options.subGroups) {
            this.ticked = new Map();
            this.request = this.count = undefined;
            this.#count();
        }
    }

    async #count() {
        if (this.group) {
            try {
                this.count = await this.desk.api.count(this.#members());
            } catch (error) {
                this.desk.fail(error);
            }
        }
    }

    #members() {
        return { group: this.group, subGroups: this.options.subGroups === "true" };
    }

    render() {
        if (this.request) {
            return html`<enrolment-run .desk=${this.desk} .request=${this.request} @closed=${this.#close}></enrolment-run>`;
        }
        return html`
            <h2>${this.t("group.title")}</h2>
            <form class="desk-search" @submit=${this.#submit}>
                <label for="group">${this.t("group.path")}</label>
                <span class="pf-v5-c-form-control"><input id="group" name="group" .value=${this.group} required maxlength="1000" list="groups" autocomplete="off" placeholder="/sales"></span>
                <datalist id="groups">${this.groups?.map(path => html`<option value=${path}></option>`)}</datalist>
                <span class="pf-v5-c-check"><input type="checkbox" class="pf-v5-c-check__input" id="subGroups" name="subGroups" ?checked=${this.options.subGroups === "true"}>
                    <label class="pf-v5-c-check__label" for="subGroups">${this.t("group.subGroups")}</label></span>
                <label for="status">${this.t("group.show")}</label>
                <select id="status" name="status">
                    <option value=${WITHOUT.join()} ?selected=${!this.options.status}>${this.t("group.without")}</option>
                    ${STATES.map(state => html`<option value=${state} ?selected=${this.options.status === state}>${this.t(`state.${state}`)}</option>`)}
                    <option value=${STATES.join()} ?selected=${this.options.status === STATES.join()}>${this.t("group.all")}</option>
                </select>
                <button class="pf-v5-c-button pf-m-primary" data-action="show">${this.t("group.find")}</button>
            </form>
            ${this.count ? this.#found() : nothing}`;
    }

    #found() {
        const { total, used, unused, expired, none, locked } = this.count;
        return html`
            <p id="count" role="status">${this.t("group.count", total, used, unused, none, expired, locked)}</p>
            <member-list .desk=${this.desk} .query=${{ ...this.#members(), status: this.options.status ?? WITHOUT.join() }} .ticked=${this.ticked} @ticked=${event => this.ticked = event.detail}></member-list>
            ${this.ticked.size ? html`<enrolment-form .desk=${this.desk} .users=${[...this.ticked.values()]} @enrol=${event => this.request = event.detail}></enrolment-form>` : nothing}`;
    }

    #submit(event) {
        event.preventDefault();
        const { group, subGroups, status } = Object.fromEntries(new FormData(event.target));
        const values = { group: group.trim(), subGroups: subGroups ? "true" : undefined, status: status === WITHOUT.join() ? undefined : status };
        route.go(JSON.parse(JSON.stringify(values))); // without what is undefined
    }

    #close() {
        this.request = undefined;
        this.ticked = new Map();
        this.#count();
        this.focusOn("h2");
    }
}

customElements.define("group-page", GroupPage);
