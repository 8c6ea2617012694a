import { DeskElement, html, nothing } from "./element.js";
import { Enrolment } from "./enrolment.js";
import { Members } from "./members.js";
import { route } from "./route.js";
import "./enrolment-form.js";
import "./enrolment-run.js";
import "./group-choice.js";
import "./member-list.js";

/**
 * What is kept while other users are looked at: who is ticked, and a run with its keys and the address it began at. It is gone when the browser
 * leaves the page; the run asks before.
 */
const kept = { group: undefined, ticked: new Map(), enrolment: undefined, address: undefined };

/** A group: who has no authenticator, and who hasn't used theirs. Those who are ticked get one. */
class GroupPage extends DeskElement {

    static properties = { group: {}, options: { attribute: false }, members: { state: true }, count: { state: true }, ticked: { state: true }, enrolment: { state: true } };

    willUpdate(changed) {
        if (changed.has("group") || changed.has("options")) {
            const { subGroups } = this.options;
            const group = JSON.stringify([this.group, subGroups]);
            if (kept.group !== group) {
                Object.assign(kept, { group, ticked: new Map() });
            }
            this.ticked = kept.ticked;
            this.enrolment = kept.enrolment;
            this.#read(new Members(this.desk.api, this.group, subGroups === "true"));
        }
    }

    async #read(members) {
        this.members = this.count = undefined;
        if (!this.group) {
            return;
        }
        this.members = members;
        try {
            const count = await members.count();
            if (members === this.members) { // a late answer must not take the place of a newer one
                this.count = count;
            }
        } catch (error) {
            if (this.isConnected && members === this.members) {
                this.members = undefined;
                this.desk.fail(error);
            }
        }
    }

    render() {
        if (this.enrolment) {
            return html`<enrolment-run .desk=${this.desk} .enrolment=${this.enrolment} @closed=${this.#close}></enrolment-run>`;
        }
        return html`
            <h2 tabindex="-1">${this.t("group.title")}</h2>
            <group-choice .desk=${this.desk} .group=${this.group} .options=${this.options} @chosen=${event => route.go(event.detail)}></group-choice>
            ${this.count ? this.#found() : this.#reading()}`;
    }

    #reading() {
        return this.members ? html`<p role="status">${this.t("group.reading")}</p>` : nothing;
    }

    #found() {
        const { total, used, unused, expired, none, locked } = this.count;
        return html`
            <p id="count" role="status">${this.t("group.count", total, used, unused, none, expired, locked)}</p>
            <member-list .desk=${this.desk} .members=${this.members} .status=${this.options.status} .count=${this.count} .ticked=${this.ticked}
                @ticked=${event => this.ticked = kept.ticked = event.detail} @enrol-ticked=${() => this.focusOn("#enrolment-title")}></member-list>
            ${this.ticked.size ? html`<enrolment-form .desk=${this.desk} .users=${[...this.ticked.values()]} @enrol=${this.#enrol}></enrolment-form>` : nothing}`;
    }

    #enrol(event) {
        this.enrolment = kept.enrolment = new Enrolment(this.desk, this.members, [...this.ticked.values()], event.detail);
        kept.address = route.place(this.options);
        this.enrolment.begin();
    }

    #close() {
        this.enrolment.discard();
        this.enrolment = kept.enrolment = undefined;
        this.ticked = kept.ticked = new Map();
        route.go(kept.address);
        this.focusOn("h2");
    }
}

customElements.define("group-page", GroupPage);
