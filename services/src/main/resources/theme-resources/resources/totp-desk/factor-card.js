import { DeskElement, html, nothing } from "./element.js";
import { isRemoved } from "./colleagues.js";
import { change, remove } from "./otp-change.js";
import "./check-code.js";
import "./confirm-button.js";

/** An authenticator, and what can be done about it. It tells `changed`. */
class FactorCard extends DeskElement {

    static properties = { userId: {}, totp: { attribute: false }, manages: { type: Boolean } };

    render() {
        const { id, userLabel, method, createdDate, status } = this.totp;
        const name = userLabel ?? this.t("factor.totp");
        return html`<article class="pf-v5-c-card" data-status=${status} aria-labelledby="totp-${id}">
            <h4 id="totp-${id}" tabindex="-1">${name}</h4>
            <p class="desk-state" data-status=${status}>${this.#state()}</p>
            <dl class="desk-facts">
                ${method ? this.#fact("method", method) : nothing}
                ${createdDate > 0 ? this.#fact("created", this.desk.messages.date(createdDate)) : nothing}
            </dl>
            ${this.manages ? html`
                <check-code .desk=${this.desk} .userId=${this.userId} .totp=${this.totp}></check-code>
                <div class="desk-actions">
                    ${this.totp.locked ? html`<button type="button" class="pf-v5-c-button pf-m-primary" data-action="unlock" ?disabled=${this.busy} @click=${this.#unlock}>${this.t("factor.unlock")}</button>` : nothing}
                    <confirm-button .desk=${this.desk} action="remove" .subject=${id} .disabled=${this.busy} .label=${this.t("factor.remove")} .question=${this.t("factor.removeQuestion", name)}
                        @confirmed=${this.#remove}></confirm-button>
                </div>` : nothing}
        </article>`;
    }

    #fact(key, value) {
        return html`<div><dt>${this.t(`factor.${key}`)}</dt><dd>${value}</dd></div>`;
    }

    #state() {
        const { status, deadline } = this.totp;
        if (status === "unused" && deadline) {
            return this.t("totpState.unusedUntil", this.desk.messages.date(deadline));
        }
        return this.t(`totpState.${status}`);
    }

    #unlock() {
        const { desk: { api }, userId, totp: { id } } = this;
        change(this, async () => {
            await api.unlockTotp(userId, { id });
            if (await isRemoved(api, userId, id)) {
                this.desk.say(this.t("error.removed"), "danger");
            } else {
                this.desk.say(this.t("factor.unlocked"));
            }
        });
    }

    #remove() {
        remove(this, this.userId, this.totp.id);
    }
}

customElements.define("factor-card", FactorCard);
