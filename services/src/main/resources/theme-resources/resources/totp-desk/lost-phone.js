import { isOvertaken } from "./colleagues.js";
import { DeskElement, html, nothing } from "./element.js";
import { errorText } from "./error-text.js";
import { otps, replaced } from "./in-the-way.js";
import { otpName } from "./names.js";

/**
 * What to do if the user has lost the phone: what was on it stops working, and the user gets something else to log in with. It tells `created`
 * with what `new-secret` shows, or `cancelled`.
 *
 * In a realm with TOTP methods a user may have several OTPs, and not all of them on the phone.
 */
class LostPhone extends DeskElement {

    static properties = { user: { attribute: false }, kept: { state: true }, types: { state: true }, unread: { state: true } };

    /** The user as the form began with: it may have been read again since then. */
    #before;

    constructor() {
        super();
        this.kept = new Set();
    }

    firstUpdated() {
        this.#before = this.user;
        this.#read();
    }

    async #read() {
        this.unread = false;
        this.focusOn("h3");
        this.unread = !await this.attempt(async () => this.types = await this.desk.api.credentialTypes(this.user.id));
    }

    render() {
        const lost = this.#lost();
        const also = lost ? this.#replaced(lost).filter(({ id }) => this.kept.has(id)) : [];
        return html`<section class="desk-form" aria-labelledby="lost-title">
            <h3 id="lost-title" tabindex="-1">${this.t("lost.title")}</h3>
            ${this.#method()?.options && otps(this.user).length > 1 ? this.#choice() : html`<p>${this.t("lost.all")}</p>`}
            <p>${this.t("lost.text")}</p>
            ${this.unread ? html`<p>${this.t("new.unread")}
                <button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" data-action="read-types" @click=${this.#read}>${this.t("user.reload")}</button></p>` : nothing}
            ${also.length ? html`<p>${this.t("lost.also", this.#names(also))}</p>` : nothing}
            <p class="desk-actions">
                <button type="button" class="pf-v5-c-button pf-m-primary" data-action="lost-totp" ?disabled=${this.busy || !this.types || !lost} @click=${this.#totp}>${this.t("lost.totp")}</button>
                ${this.#has("recovery-authn-codes") ? html`<button type="button" class="pf-v5-c-button pf-m-secondary" data-action="lost-codes" ?disabled=${this.busy || !lost} @click=${this.#codes}>${this.t("lost.codes")}</button>` : nothing}
                <button type="button" class="pf-v5-c-button pf-m-link" data-action="cancel" ?disabled=${this.busy} @click=${() => this.tell("cancelled")}>${this.t("cancel")}</button>
            </p>
        </section>`;
    }

    #choice() {
        return html`<fieldset><legend>${this.t("lost.which")}</legend>${otps(this.user).map(otp => this.#box(otp))}</fieldset>`;
    }

    #box(otp) {
        const { id, method } = otp;
        return html`<div class="pf-v5-c-check">
            <input type="checkbox" class="pf-v5-c-check__input" id="lost-${id}" .checked=${!this.kept.has(id)} @change=${event => this.#keep(id, !event.target.checked)}>
            <label class="pf-v5-c-check__label" for="lost-${id}">${otpName(this.desk.messages, otp)}${method ? ` (${method})` : nothing}</label>
        </div>`;
    }

    #keep(id, keep) {
        const kept = new Set(this.kept);
        kept[keep ? "add" : "delete"](id);
        this.kept = kept;
    }

    /** Those on the phone; all of the user's, also what isn't listed, if nothing is kept. */
    #lost() {
        const lost = otps(this.user).filter(({ id }) => !this.kept.has(id));
        return lost.length || !this.kept.size ? lost : undefined;
    }

    /** A new one is of the method of the lost one. Of several, an authenticator comes first: other OTPs have no method. */
    #replaced(lost) {
        return replaced(otps(this.user), { chosen: lost[0]?.method, byDefault: this.#method()?.defaultValue });
    }

    #names(otps) {
        return this.desk.messages.list(otps.map(otp => otpName(this.desk.messages, otp)));
    }

    #has(type) {
        return this.types?.some(other => other.type === type);
    }

    #method() {
        return this.types?.find(({ type }) => type === "otp")?.fields.find(({ name }) => name === "method");
    }

    /** The new one takes the place of the lost one of its method in the same request. Others on the phone are removed after it. */
    #totp() {
        const lost = this.#lost();
        const replaced = this.#replaced(lost);
        const rest = lost.filter(otp => !replaced.includes(otp));
        this.#replace(async () => {
            const created = await this.desk.api.createTotp(this.user.id, { method: lost[0]?.method, replaceExisting: true });
            const warning = await this.#remove(rest.map(({ id }) => ({ id })));
            this.tell("created", { created, id: created.id, warning });
        });
    }

    /** The codes first: if the second request fails, the user still has a second factor. */
    #codes() {
        const lost = this.#lost();
        this.#replace(async () => {
            const created = await this.desk.api.createRecoveryCodes(this.user.id, { replaceExisting: true });
            const warning = await this.#remove(this.kept.size ? lost.map(({ id }) => ({ id })) : [{}]);
            this.tell("created", { created, codes: true, warning });
        });
    }

    /** What the user has got in the meantime can't have been on the phone. */
    #replace(task) {
        this.attempt(async () => {
            if (!await isOvertaken(this, this.#before)) {
                await task();
            }
        });
    }

    /** @returns {Promise<string|undefined>} what was left undone, in words */
    async #remove(selections) {
        try {
            for (const selection of selections) {
                await this.desk.api.removeTotp(this.user.id, selection);
            }
            return undefined;
        } catch (error) {
            return `${this.t("lost.notRemoved")} ${errorText(this.desk.messages, error)}`;
        }
    }
}

customElements.define("lost-phone", LostPhone);
