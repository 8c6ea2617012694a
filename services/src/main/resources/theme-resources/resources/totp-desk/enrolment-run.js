import { DeskElement, html, nothing } from "./element.js";
import { fullName } from "./names.js";
import "./confirm-button.js";
import "./people-list.js";
import "./sheet-stack.js";

/** Shows a run while it goes on, and what came of it. It tells `closed` if the help desk needs the keys no more. */
class EnrolmentRun extends DeskElement {

    static properties = { enrolment: { attribute: false } };

    #changed = () => {
        this.requestUpdate();
        if (this.ran && !this.enrolment.running) { // what had the focus is gone
            this.focusOn("h2");
        }
        this.ran = this.enrolment.running;
    };

    connectedCallback() {
        super.connectedCallback();
        this.ran = this.enrolment.running;
        this.enrolment.addEventListener("change", this.#changed);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.enrolment.removeEventListener("change", this.#changed);
    }

    firstUpdated() {
        this.focusOn("h2");
    }

    render() {
        const { state, total, waiting, created, existing, failed, running } = this.enrolment;
        const done = total - waiting.size;
        return html`
            <h2 tabindex="-1">${this.t(`run.${state}`)}</h2>
            <label for="progress">${this.t("run.progress", done, total)}</label>
            <progress id="progress" max=${total} value=${done}></progress>
            <p>${this.t("run.sums", created.size, existing.size, failed.size, waiting.size)}</p>
            ${running ? this.#running() : this.#ended()}`;
    }

    #running() {
        return html`
            <ul class="desk-lines" id="last">${this.enrolment.last.map(user => html`<li data-status=${user.outcome}>${fullName(user)}: ${this.t(`run.${user.outcome}`)}</li>`)}</ul>
            <p>${this.t("run.stay")}</p>
            <p><button type="button" class="pf-v5-c-button pf-m-secondary" data-action="stop" @click=${() => this.enrolment.stop()}>${this.t("run.stop")}</button></p>`;
    }

    #ended() {
        const { created, existing, failed, waiting, open, interrupted, deadlineUnknown } = this.enrolment;
        return html`
            ${interrupted && open.length ? html`<p>${this.t("run.unknown")}</p>` : nothing}
            ${created.size ? html`
                <p>${this.t("run.closeHelp")}</p>
                ${deadlineUnknown ? html`<p>${this.t("run.deadlineUnknown")}</p>` : nothing}
                <sheet-stack .desk=${this.desk} .people=${created}></sheet-stack>` : nothing}
            <div class="desk-actions">
                ${open.length ? html`<button type="button" class="pf-v5-c-button pf-m-secondary" data-action="again" @click=${() => this.enrolment.again()}>${this.t("run.again", open.length)}</button>` : nothing}
                ${created.size
                    ? html`<confirm-button .desk=${this.desk} action="close" .label=${this.t("run.close")} .question=${this.t("run.closeQuestion")} @confirmed=${() => this.tell("closed")}></confirm-button>`
                    : html`<button type="button" class="pf-v5-c-button pf-m-secondary" data-action="close" @click=${() => this.tell("closed")}>${this.t("run.close")}</button>`}
            </div>
            ${this.#people("failed", failed, true)}
            ${this.#people("waiting", waiting, true)}
            ${this.#people("exists", existing, false)}
            ${this.#people("created", created, false)}`;
    }

    #people(status, people, open) {
        return people.size ? html`<details id="people-${status}" ?open=${open}>
            <summary>${this.t(`people.${status}`, people.size)}</summary>
            <people-list .desk=${this.desk} .people=${[...people.values()]}></people-list>
        </details>` : nothing;
    }
}

customElements.define("enrolment-run", EnrolmentRun);
