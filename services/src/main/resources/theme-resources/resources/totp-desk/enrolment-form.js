import { DeskElement, html, nothing } from "./element.js";
import { hasInTheWay, hasInUse } from "./replacement.js";
import "./method-field.js";

/** What the users who are ticked get. It tells `enrol` with the choices. */
class EnrolmentForm extends DeskElement {

    static properties = { users: { attribute: false }, method: { state: true } };

    render() {
        return html`<form class="pf-v5-c-form desk-form" aria-labelledby="enrolment-title" @submit=${this.#enrol}>
            <h3 id="enrolment-title" tabindex="-1">${this.t("group.enrol", this.users.length)}</h3>
            <method-field .desk=${this.desk} .users=${this.users} @method=${event => this.method = event.detail}></method-field>
            ${this.method ? this.#existing() : nothing}
            <p class="desk-actions"><button class="pf-v5-c-button pf-m-primary" data-action="enrol" ?disabled=${!this.method}>${this.t("group.create")}</button></p>
        </form>`;
    }

    /** Nothing is replaced unless it is asked for, and what is in use is asked for by itself. */
    #existing() {
        const having = this.users.filter(user => hasInTheWay(user, this.method));
        const used = having.filter(user => hasInUse(user, this.method)).length;
        return html`
            ${this.#check("replaceUnused", having.length - used)}
            ${this.#check("replaceUsed", used)}
            ${having.length ? html`<p>${this.t("group.otherwise")}</p>` : nothing}`;
    }

    #check(name, count) {
        return count ? html`<div class="pf-v5-c-check">
            <input type="checkbox" class="pf-v5-c-check__input" id=${name} name=${name}>
            <label class="pf-v5-c-check__label" for=${name}>${this.t(`group.${name}`, count)}</label>
        </div>` : nothing;
    }

    #enrol(event) {
        event.preventDefault();
        const form = new FormData(event.target);
        this.tell("enrol", { method: this.method, replaceUnused: form.has("replaceUnused"), replaceUsed: form.has("replaceUsed") });
    }
}

customElements.define("enrolment-form", EnrolmentForm);
