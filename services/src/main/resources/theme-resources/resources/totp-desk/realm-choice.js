import { DeskElement, html, nothing } from "./element.js";
import { route } from "./route.js";

/**
 * Another realm, for callers of the realm `master`. Whoever may not list the realms types its name. There is a button, because the arrow keys
 * choose in a select, and another realm is another page.
 */
class RealmChoice extends DeskElement {

    static properties = { realms: { attribute: false }, help: {} };

    render() {
        return html`<form class="desk-realm" @submit=${this.#change}>
            <label for="realm">${this.t("realm.label")}</label>
            <span class="pf-v5-c-form-control">${this.realms.length ? this.#select() : this.#field()}</span>
            <button class="pf-v5-c-button pf-m-link" data-action="realm">${this.t("realm.change")}</button>
        </form>`;
    }

    #select() {
        return html`<select id="realm" name="realm">${this.realms.map(realm => html`<option value=${realm} ?selected=${realm === this.desk.api.realm}>${realm}</option>`)}</select>`;
    }

    /** The name of a realm is no text in a language. */
    #field() {
        return html`<input id="realm" name="realm" .value=${this.desk.caller ? this.desk.api.realm : route.get().realm ?? ""} required maxlength="255"
            aria-describedby=${this.help ?? nothing} autocomplete="off" autocapitalize="none" spellcheck="false">`;
    }

    #change(event) {
        event.preventDefault();
        location.assign(route.href({ realm: new FormData(event.target).get("realm").trim() })); // nothing of the other realm stays
    }
}

customElements.define("realm-choice", RealmChoice);
