import { DeskElement, html } from "./element.js";
import { ALL, NONE_IN_USE, STATES } from "./members.js";

/** Which group, and which of its members are shown. It tells `chosen` with the values of the address. */
class GroupChoice extends DeskElement {

    static properties = { group: {}, options: { attribute: false }, paths: { state: true } };

    firstUpdated() {
        this.#offer("");
    }

    render() {
        const { subGroups, status = NONE_IN_USE } = this.options;
        return html`<form class="desk-group-choice" @submit=${this.#submit}>
            <div class="desk-field">
                <label for="group">${this.t("group.path")}</label>
                <span class="pf-v5-c-form-control"><input id="group" name="group" .value=${this.group} required maxlength="255" list="groups" aria-describedby="group-help" autocomplete="off" spellcheck="false" @input=${this.#typed}></span>
                <p id="group-help" class="desk-help">${this.t("group.pathHelp")}</p>
                <datalist id="groups">${this.paths?.map(path => html`<option value=${path}></option>`)}</datalist>
            </div>
            <div class="desk-field">
                <label for="status">${this.t("group.show")}</label>
                <span class="pf-v5-c-form-control"><select id="status" name="status">
                    <option value=${NONE_IN_USE} ?selected=${status === NONE_IN_USE}>${this.t("group.without")}</option>
                    ${STATES.map(state => html`<option value=${state} ?selected=${status === state}>${this.t(`state.${state}`)}</option>`)}
                    <option value=${ALL} ?selected=${status === ALL}>${this.t("group.all")}</option>
                </select></span>
            </div>
            <button class="pf-v5-c-button pf-m-primary" data-action="show">${this.t("group.find")}</button>
            <div class="pf-v5-c-check">
                <input type="checkbox" class="pf-v5-c-check__input" id="subGroups" name="subGroups" .checked=${subGroups === "true"}>
                <label class="pf-v5-c-check__label" for="subGroups">${this.t("group.subGroups")}</label>
            </div>
        </form>`;
    }

    #typed({ target }) {
        clearTimeout(this.typing);
        this.typing = setTimeout(() => this.#offer(target.value.split("/").pop().trim()), 250);
    }

    /** The paths are only a help, because not everybody may list the groups. If the caller may not, the server isn't asked again. */
    async #offer(name) {
        if (!this.refused) {
            try {
                this.paths = await this.desk.api.groups(name);
            } catch (error) {
                this.refused = error.status === 403;
            }
        }
    }

    #submit(event) {
        event.preventDefault();
        const { group, subGroups, status } = Object.fromEntries(new FormData(event.target));
        this.tell("chosen", { group: group.trim(), ...subGroups ? { subGroups: "true" } : {}, ...status === NONE_IN_USE ? {} : { status } });
    }
}

customElements.define("group-choice", GroupChoice);
