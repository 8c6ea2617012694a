import { DeskElement, html, nothing } from "./element.js";
import "./method-field.js";

/** What the users who are ticked get. It tells `enrol` with the request. */
class EnrolmentForm extends DeskElement {

    static properties = { users: { attribute: false } };

    render() {
        // One that has expired counts as none.
        const having = this.users.filter(({ status }) => status !== "none" && status !== "expired").length;
        return html`<form class="pf-v5-c-form desk-form" aria-labelledby="enrolment-title" @submit=${this.#enrol}>
            <h3 id="enrolment-title">${this.t("group.enrol", this.users.length)}</h3>
            <method-field .desk=${this.desk} .userId=${this.users[0].id}></method-field>
            ${having ? html`<div class="pf-v5-c-check">
                <input type="checkbox" class="pf-v5-c-check__input" id="replaceExisting" name="replaceExisting">
                <label class="pf-v5-c-check__label" for="replaceExisting">${this.t("group.replace", having)}</label>
            </div>` : nothing}
            <p class="desk-actions"><button class="pf-v5-c-button pf-m-primary" data-action="enrol">${this.t("group.create")}</button></p>
        </form>`;
    }

    #enrol(event) {
        event.preventDefault();
        const form = new FormData(event.target);
        this.tell("enrol", {
            users: { ids: this.users.map(({ id }) => id) },
            credential: { method: form.get("method") || undefined, replaceExisting: form.has("replaceExisting") || undefined, qrSize: 246 },
        });
    }
}

customElements.define("enrolment-form", EnrolmentForm);
