import { DeskElement, html, nothing } from "./element.js";

/** For how many users the methods are asked for, if some are gone or out of reach. */
const TRIES = 5;

/**
 * The choice of a TOTP method, if the realm has any: a field `method` of the form around it. It tells `method` with what is `chosen`, and the
 * default. The methods are the same for all `users`.
 */
class MethodField extends DeskElement {

    static properties = { users: { attribute: false }, methods: { state: true }, unread: { state: true } };

    firstUpdated() {
        this.#read();
    }

    async #read() {
        this.unread = false;
        this.unread = !await this.attempt(async () => {
            const otp = (await this.#types(this.users.slice(0, TRIES))).find(({ type }) => type === "otp");
            const method = otp?.fields.find(({ name }) => name === "method");
            this.byDefault = method?.defaultValue;
            this.methods = method?.options ?? [];
            this.#choose(this.byDefault ?? "");
        });
    }

    async #types([{ id }, ...others]) {
        try {
            return await this.desk.api.credentialTypes(id);
        } catch (error) {
            if (others.length && (error.status === 403 || error.status === 404)) {
                return this.#types(others);
            }
            throw error;
        }
    }

    /** What is ticked is agreed to for one method, and not for another. */
    #choose(chosen) {
        this.closest("form").querySelectorAll("[type=checkbox]").forEach(box => box.checked = false);
        this.tell("method", { chosen, byDefault: this.byDefault });
    }

    #again() {
        this.closest("form").querySelector("h3").focus(); // the focus would be lost with the button
        this.#read();
    }

    render() {
        if (this.unread) {
            return html`<p>${this.t("new.unread")}
                <button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" data-action="read-methods" @click=${this.#again}>${this.t("user.reload")}</button></p>`;
        }
        return this.methods?.length ? html`<div class="pf-v5-c-form__group">
            <label for="method">${this.t("new.method")}</label>
            <span class="pf-v5-c-form-control"><select id="method" name="method" @change=${event => this.#choose(event.target.value)}>
                ${this.byDefault ? nothing : html`<option value="">${this.t("new.withoutMethod")}</option>`}
                ${this.methods.map(name => html`<option value=${name} ?selected=${name === this.byDefault}>${name}</option>`)}
            </select></span>
        </div>` : nothing;
    }
}

customElements.define("method-field", MethodField);
