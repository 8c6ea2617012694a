import { DeskElement, html, nothing } from "./element.js";
import { errorText } from "./error-text.js";
import { Messages } from "./messages.js";
import { route } from "./route.js";
import "./desk-head.js";
import "./group-page.js";
import "./notice.js";
import "./realm-choice.js";
import "./user-page.js";
import "./user-search.js";

const TITLES = { realm: "realm.title", forbidden: "forbidden.title", user: "user.title", group: "group.title", search: "search.title" };

/** The page's frame: it shows what the address asks for. */
class DeskApp extends DeskElement {

    static properties = { route: { state: true }, notice: { state: true }, user: { state: true }, realms: { state: true } };

    constructor() {
        super();
        this.addEventListener("notice-closed", () => {
            this.notice = undefined;
            this.querySelector("main").focus();
        });
        this.addEventListener("logout", this.#logout);
        this.addEventListener("locale", this.#speak);
        this.addEventListener("read", event => this.user = event.detail);
    }

    /**
     * @param {Promise<string[]|undefined>} realms that the caller may choose; none if the caller may not list them, undefined if there is no choice
     * @param tools environment, session, api, messages, and who is logged in as the caller
     */
    async start({ realms, ...tools }) {
        this.desk = {
            ...tools,
            say: (text, kind = "success") => this.#say({ kind, text }),
            fail: error => this.#say({ kind: "danger", text: errorText(this.desk.messages, error) }),
        };
        const read = realms.then(found => this.realms = found);
        if (!tools.caller) { // what the page says depends on them
            await read;
        }
        this.#show();
        addEventListener("popstate", () => this.#go());
    }

    /** A screen reader says the same text again only if it went away before. */
    #say(notice) {
        this.notice = undefined;
        clearTimeout(this.saying);
        this.saying = setTimeout(() => this.notice = notice, 50);
    }

    #show() {
        this.before = this.route;
        this.route = route.get();
    }

    async #go() {
        clearTimeout(this.saying);
        this.notice = undefined;
        this.#show();
        await this.updateComplete;
        if (this.#kind(this.route) !== this.#kind(this.before)) {
            this.querySelector("main").focus();
        }
    }

    #kind({ user, group }) {
        if (!this.desk.caller) {
            return this.#asksForRealm() && this.route?.realm === undefined ? "realm" : "forbidden";
        }
        if (user) {
            return "user";
        }
        return group === undefined ? "search" : "group";
    }

    /** Callers of the realm `master` often have rights in another realm alone. Whoever may list the realms chooses one in the head. */
    #asksForRealm() {
        return !this.desk.caller && this.realms?.length === 0;
    }

    /** Another language. Nothing but the texts changes. */
    async #speak({ detail: locale }) {
        this.spoken = locale;
        try {
            const messages = await Messages.load(this.desk.environment, locale);
            if (locale === this.spoken) { // a late answer must not take the place of a newer one
                this.desk = { ...this.desk, messages };
                history.replaceState(null, "", route.href({ ...route.get(), locale }));
            }
        } catch (error) {
            this.desk.fail(error);
            this.querySelector("#locale").value = this.desk.messages.chosen;
        }
    }

    /** What the page shows goes first: the browser takes a while to leave. Who has something to lose may prevent it. */
    async #logout() {
        if (!dispatchEvent(new Event("signout", { cancelable: true }))) {
            return;
        }
        this.route = undefined;
        await this.updateComplete;
        this.desk.session.logout();
    }

    updated() {
        if (this.desk && this.route) {
            document.documentElement.lang = this.desk.messages.locale;
            document.title = `${this.#title()} – ${this.t("title")}`;
        }
    }

    #title() {
        return this.user && this.user.id === this.route.user ? this.user.username : this.t(TITLES[this.#kind(this.route)]);
    }

    render() {
        return this.desk && this.route ? html`
            <a class="pf-v5-c-skip-to-content pf-v5-c-button pf-m-primary" href="#main" @click=${this.#skip}>${this.t("skip")}</a>
            <desk-head .desk=${this.desk} .group=${this.route.group !== undefined} .realms=${this.#choice()}></desk-head>
            <main id="main" class="desk-main" tabindex="-1">
                <desk-notice .desk=${this.desk} .notice=${this.notice}></desk-notice>
                ${this.#page()}
            </main>` : nothing;
    }

    /** The realms for the head, if there is another one. */
    #choice() {
        return this.#asksForRealm() || this.realms?.length && this.realms.every(realm => realm === this.desk.api.realm) ? undefined : this.realms;
    }

    #page() {
        switch (this.#kind(this.route)) {
            case "realm":
            case "forbidden":
                return html`<h2>${this.#title()}</h2>
                    ${this.#kind(this.route) === "forbidden" ? html`<p>${this.t("forbidden.text", this.desk.session.username, this.desk.api.realm)}</p>` : nothing}
                    ${this.#asksForRealm() ? html`<p id="realm-help">${this.t("realm.help")}</p>
                        <realm-choice .desk=${this.desk} .realms=${this.realms} help="realm-help"></realm-choice>` : nothing}
                    <p><button type="button" class="pf-v5-c-button pf-m-primary" @click=${this.#logout}>${this.t("logout")}</button></p>`;
            case "user":
                return html`<user-page .desk=${this.desk} .userId=${this.route.user} .back=${this.#list()}></user-page>`;
            case "group":
                return html`<group-page .desk=${this.desk} .group=${this.route.group} .options=${this.route}></group-page>`;
            default:
                return html`<user-search .desk=${this.desk} .query=${this.route} .from=${this.before?.user}></user-search>`;
        }
    }

    /** The list that the user was found in. */
    #list() {
        const list = route.place(this.before ?? {});
        return list.user ? {} : list;
    }

    #skip(event) {
        event.preventDefault();
        this.querySelector("main").focus();
    }
}

customElements.define("totp-desk", DeskApp);
