import { DeskElement, html, nothing } from "./element.js";
import "./sheet-stack.js";
import { fullName } from "./user-search.js";

/** How many of the last lines are shown while they arrive. The reasons of all failures are shown at the end. */
const SHOWN = 8;

/**
 * Gives many users an authenticator in one request, and shows each as soon as it is done. What was made is here alone, until the help desk
 * says that the sheets are printed. It tells `closed`.
 */
class EnrolmentRun extends DeskElement {

    static properties = { request: { attribute: false }, lines: { state: true }, state: { state: true } };

    constructor() {
        super();
        this.lines = [];
        this.stop = new AbortController();
        this.ask = event => event.preventDefault();
    }

    connectedCallback() {
        super.connectedCallback();
        addEventListener("beforeunload", this.ask);
        this.#run();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        removeEventListener("beforeunload", this.ask);
        this.stop.abort();
        this.lines = [];
    }

    async #run() {
        this.state = "running";
        let sums;
        try {
            for await (const line of this.desk.api.createTotps(this.request, this.stop.signal)) {
                if (line.status === "done") {
                    sums = line;
                } else {
                    this.lines.push(line);
                    this.requestUpdate();
                }
            }
            this.state = sums ? "done" : "cut"; // a reply without sums was cut off
        } catch (error) {
            this.state = this.stop.signal.aborted ? "stopped" : "cut";
            if (!this.stop.signal.aborted) {
                this.desk.fail(error);
            }
        }
        this.focusOn("h2");
    }

    render() {
        const total = this.request.users.ids.length;
        const created = this.lines.filter(({ status }) => status === "created");
        const others = this.lines.filter(({ status }) => status !== "created");
        return html`
            <h2 tabindex="-1">${this.t(`run.${this.state}`)}</h2>
            <label for="progress">${this.t("run.progress", this.lines.length, total)}</label>
            <progress id="progress" max=${total} value=${this.lines.length}></progress>
            <p id="sums">${this.t("run.sums", created.length, others.filter(({ status }) => status === "exists").length, others.filter(({ status }) => status === "failed").length)}</p>
            ${this.state === "running" ? this.#running() : this.#ended(created, others)}`;
    }

    #running() {
        return html`
            <ul class="desk-lines" aria-live="off">${this.lines.slice(-SHOWN).map(line => this.#line(line))}</ul>
            <p><button type="button" class="pf-v5-c-button pf-m-secondary" data-action="stop" @click=${() => this.stop.abort()}>${this.t("run.stop")}</button></p>`;
    }

    #ended(created, others) {
        return html`
            ${this.state === "done" ? nothing : html`<p id="unknown">${this.t("run.unknown")}</p>`}
            ${others.length ? html`<h3>${this.t("run.others")}</h3><ul class="desk-lines">${others.map(line => this.#line(line))}</ul>` : nothing}
            ${created.length ? html`<sheet-stack .desk=${this.desk} .lines=${created}></sheet-stack>` : nothing}
            <p class="desk-actions"><button type="button" class="pf-v5-c-button pf-m-secondary" data-action="close" @click=${() => this.tell("closed")}>${this.t("run.close")}</button></p>
            ${created.length ? html`<p>${this.t("run.closeHelp")}</p>` : nothing}`;
    }

    #line(line) {
        return html`<li data-status=${line.status}>${fullName(line) ?? line.id}: ${line.status === "created" ? this.t("run.created") : line.message}</li>`;
    }
}

customElements.define("enrolment-run", EnrolmentRun);
