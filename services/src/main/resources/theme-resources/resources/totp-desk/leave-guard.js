/**
 * Asks before the page is left, as long as it has something to lose. The browser asks in its own words. Where the session has ended, the login
 * page doesn't come by itself.
 */
export class LeaveGuard {

    #question;
    #gone;
    #keep = event => event.preventDefault();
    #logout = event => {
        if (confirm(this.#question())) {
            this.#gone();
        } else {
            event.preventDefault();
        }
    };
    #listeners = { beforeunload: this.#keep, login: this.#keep, logout: this.#logout, pagehide: () => this.#gone() };

    /**
     * @param {function(): string} question before the help desk signs out
     * @param {function()} gone what to do if the page is left nevertheless
     */
    constructor(question, gone) {
        this.#question = question;
        this.#gone = gone;
        Object.entries(this.#listeners).forEach(([name, listener]) => addEventListener(name, listener));
    }

    /** There is nothing to lose any more. */
    release() {
        Object.entries(this.#listeners).forEach(([name, listener]) => removeEventListener(name, listener));
    }
}
