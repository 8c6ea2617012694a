import { DeskElement, html, nothing } from "./element.js";
import "./check-code.js";
import "./confirm-button.js";

/** The user's second factors, with what can be done about each. It tells `changed`. */
class FactorList extends DeskElement {

    static properties = { user: { attribute: false }, manages: { type: Boolean } };

    render() {
        const { totps, otherCredentials = [] } = this.user;
        return totps.length + otherCredentials.length
            ? html`<ul class="desk-factors">${totps.map(totp => this.#totp(totp))}${otherCredentials.map(other => this.#other(other))}</ul>`
            : html`<p id="no-factors">${this.t("user.noFactors")}</p>`;
    }

    #totp(totp) {
        const name = totp.userLabel ?? this.t("factor.totp");
        return html`<li class="pf-v5-c-card" data-totp=${totp.userLabel ?? ""}>
            <h4 class="pf-v5-c-card__title">${name}</h4>
            <dl class="desk-facts">
                ${this.#fact("state", this.#state(totp))}
                ${totp.method ? this.#fact("method", totp.method) : nothing}
                ${totp.createdDate ? this.#fact("created", this.desk.messages.date(totp.createdDate)) : nothing}
            </dl>
            ${this.manages ? html`
                <check-code .desk=${this.desk} .userId=${this.user.id} .totp=${totp} @checked=${() => this.tell("changed")}></check-code>
                <div class="desk-actions">
                    ${totp.locked ? html`<button type="button" class="pf-v5-c-button pf-m-secondary pf-m-small" data-action="unlock" ?disabled=${this.busy}
                        @click=${() => this.#change("unlockTotp", totp, "factor.unlocked")}>${this.t("factor.unlock")}</button>` : nothing}
                    <confirm-button .desk=${this.desk} action="remove" .disabled=${this.busy} .label=${this.t("factor.remove")} .question=${this.t("factor.removeQuestion", name)}
                        @confirmed=${() => this.#change("removeTotp", totp, "factor.removed")}></confirm-button>
                </div>` : nothing}
        </li>`;
    }

    #other({ type, userLabel, createdDate }) {
        const key = `factor.${type}`;
        const kind = this.t(key);
        return html`<li class="pf-v5-c-card" data-type=${type}>
            <h4 class="pf-v5-c-card__title">${kind === key ? type : kind}</h4>
            <dl class="desk-facts">
                ${userLabel ? this.#fact("label", userLabel) : nothing}
                ${createdDate ? this.#fact("created", this.desk.messages.date(createdDate)) : nothing}
            </dl>
        </li>`;
    }

    #fact(key, value) {
        return html`<div><dt>${this.t(`factor.${key}`)}</dt><dd>${value}</dd></div>`;
    }

    #state({ status, deadline }) {
        return status === "unused" && deadline ? this.t("state.unusedUntil", this.desk.messages.date(deadline)) : this.t(`state.${status}`);
    }

    #change(request, { id }, done) {
        this.attempt(async () => {
            await this.desk.api[request](this.user.id, { id });
            this.desk.say(this.t(done));
        }).then(() => this.tell("changed"));
    }
}

customElements.define("factor-list", FactorList);
