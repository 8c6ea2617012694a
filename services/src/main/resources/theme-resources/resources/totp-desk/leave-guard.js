/**
 * Asks before the page is left, as long as it may have something to lose. The browser asks in its own words. Where the session has ended, the
 * login page comes by itself only if there is nothing to lose.
 */
export class LeaveGuard {

    #question;
    #gone;
    #holds;
    #keep = event => event.preventDefault();
    #login = event => {
        if (this.#holds()) {
            event.preventDefault();
        } else {
            this.release(); // the browser would ask
        }
    };
    #signOut = event => {
        if (confirm(this.#question())) {
            this.#gone();
        } else {
            event.preventDefault();
        }
    };
    #listeners = { beforeunload: this.#keep, login: this.#login, signout: this.#signOut, pagehide: () => this.#gone() };

    /**
     * @param {function(): string} question before the help desk signs out
     * @param {function()} gone what to do if the page is left nevertheless
     * @param {function(): boolean} holds whether there is something to lose already
     */
    constructor(question, gone, holds) {
        this.#question = question;
        this.#holds = holds;
        this.#gone = gone;
        Object.entries(this.#listeners).forEach(([name, listener]) => addEventListener(name, listener));
    }

    /** There is nothing to lose any more. */
    release() {
        Object.entries(this.#listeners).forEach(([name, listener]) => removeEventListener(name, listener));
    }
}
