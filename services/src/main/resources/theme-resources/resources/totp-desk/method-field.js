import { DeskElement, html, nothing } from "./element.js";

/** The choice of a TOTP method, if the realm has any: a field `method` of the form around it. It tells `method` with what is `chosen`, and the default. */
class MethodField extends DeskElement {

    static properties = { userId: {}, methods: { state: true } };

    firstUpdated() {
        this.attempt(async () => {
            const otp = (await this.desk.api.credentialTypes(this.userId)).find(({ type }) => type === "otp");
            const method = otp?.fields.find(({ name }) => name === "method");
            this.byDefault = method?.defaultValue;
            this.methods = method?.options ?? [];
            this.tell("method", { chosen: this.byDefault ?? "", byDefault: this.byDefault });
        });
    }

    render() {
        return this.methods?.length ? html`<div class="pf-v5-c-form__group">
            <label for="method">${this.t("new.method")}</label>
            <span class="pf-v5-c-form-control"><select id="method" name="method" @change=${event => this.tell("method", { chosen: event.target.value, byDefault: this.byDefault })}>
                ${this.byDefault ? nothing : html`<option value="">${this.t("new.withoutMethod")}</option>`}
                ${this.methods.map(name => html`<option value=${name} ?selected=${name === this.byDefault}>${name}</option>`)}
            </select></span>
        </div>` : nothing;
    }
}

customElements.define("method-field", MethodField);
