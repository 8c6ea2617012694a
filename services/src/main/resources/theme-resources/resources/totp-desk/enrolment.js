import { isInUse, ofMethod } from "./replacement.js";

/** Pixels of a side: six and a half centimetres on paper. */
const QR_SIZE = 246;
/** Milliseconds between two pictures of the progress. */
const PACE = 100;

/**
 * A run that gives many users an authenticator, and what came of it. The keys are here alone, until the run is discarded or the browser leaves
 * the page; the browser asks before. The event `change` tells that there is something new.
 *
 * `state` is `reading`, `running`, `done`, `stopped` by the help desk, `cut` off by the network or the server, `refused` by the server, or
 * `signedOut` if the help desk's session has ended.
 */
export class Enrolment extends EventTarget {

    state = "reading";
    /** Users by their ids: who is not done, who has got one, who has one already, and who could not get one. */
    waiting = new Map();
    created = new Map();
    existing = new Map();
    failed = new Map();
    /** What came last. */
    last = [];
    /** Whether it isn't known until when the authenticators have to be used. */
    deadlineUnknown = false;
    /** Whether the sheets were printed. */
    printed = false;

    #desk;
    #members;
    #choices;
    /** Whether keys may have been made that never came here. */
    #interrupted = false;
    /** Ids of authenticators that were there before the run. */
    #before = new Map();
    #stop = new AbortController();
    #ask = event => event.preventDefault();
    #discard = () => this.discard();
    #leave = event => {
        if (confirm(this.#desk.messages.text("run.leaveQuestion"))) {
            this.discard();
        } else {
            event.preventDefault();
        }
    };

    /**
     * @param {import("./members.js").Members} members of the group
     * @param {object[]} users with their authenticators
     * @param {{method: {chosen: string, byDefault: string}, replaceUnused: boolean, replaceUsed: boolean}} choices
     */
    constructor(desk, members, users, choices) {
        super();
        this.#desk = desk;
        this.#members = members;
        this.#choices = choices;
        this.total = users.length;
        for (const user of users) {
            this.waiting.set(user.id, user);
            this.#before.set(user.id, new Set(user.totps.map(({ id }) => id)));
        }
        addEventListener("beforeunload", this.#ask);
        addEventListener("pagehide", this.#discard);
        addEventListener("leave", this.#leave);
    }

    get running() {
        return this.state === "reading" || this.state === "running";
    }

    begin() {
        return this.#run(this.#choices.replaceUnused || this.#choices.replaceUsed);
    }

    /** How many are not done, or could not get one, or have one whose key never came here. */
    get open() {
        return this.waiting.size + this.failed.size + this.#lost().length;
    }

    /** Goes on with those who are open. */
    again() {
        for (const user of [...this.failed.values(), ...this.#lost()]) {
            this.waiting.set(user.id, user);
            this.failed.delete(user.id);
            this.existing.delete(user.id);
        }
        return this.#run(true);
    }

    #lost() {
        return this.#interrupted ? [...this.existing.values()].filter(({ id }) => !this.#before.get(id).size) : [];
    }

    /** The server stops as soon as it sees that nobody listens. */
    stop() {
        this.#stop.abort();
    }

    /** Forgets the keys. */
    discard() {
        this.stop();
        removeEventListener("beforeunload", this.#ask);
        removeEventListener("pagehide", this.#discard);
        removeEventListener("leave", this.#leave);
        [this.waiting, this.created, this.existing, this.failed].forEach(users => users.clear());
        this.last = [];
    }

    /** @param {boolean} anew whether states have to be read anew: what has been used in the meantime must not be replaced */
    async #run(anew) {
        this.#stop = new AbortController();
        const { signal } = this.#stop;
        this.#change("reading");
        if (!await this.#desk.session.lasts()) { // the login page must not take the place of the keys
            this.#change("signedOut");
            return;
        }
        try {
            if (anew) {
                await this.#read();
            }
            this.#change("running");
            const complete = !signal.aborted && await this.#create([...this.waiting.values()], signal);
            this.#interrupted ||= !complete;
            await this.#readDeadline();
            this.#change(complete ? "done" : signal.aborted ? "stopped" : "cut");
        } catch (error) {
            this.#desk.fail(error);
            this.#change(error.status > 0 ? "refused" : "cut");
        }
    }

    async #read() {
        for await (const users of this.#members.all()) {
            for (const user of users) {
                if (this.waiting.has(user.id)) {
                    this.waiting.set(user.id, user);
                }
            }
        }
    }

    /** @returns whether the sums came: a reply without them was cut off */
    async #create(users, signal) {
        let complete = false;
        try {
            for await (const line of this.#desk.api.createTotps(users.map(user => this.#line(user)), signal)) {
                if (line.status === "done") {
                    complete = true;
                } else {
                    this.#take(users[line.line - 1], line);
                }
            }
        } catch (error) {
            if (error.status > 0) {
                throw error;
            }
        }
        return complete;
    }

    #line(user) {
        const { method: { chosen } } = this.#choices;
        return { id: user.id, method: chosen || undefined, qrSize: QR_SIZE, replaceExisting: this.#replaces(user) || undefined };
    }

    #replaces(user) {
        const totps = ofMethod(user, this.#choices.method);
        const { replaceUsed, replaceUnused } = this.#choices;
        return totps.length > 0 && (totps.some(isInUse) ? replaceUsed : replaceUnused || totps.every(totp => this.#isLost(user, totp)));
    }

    /** The server makes up to a hundred before it sends their keys: if the connection breaks, nobody has these. */
    #isLost({ id }, totp) {
        return this.#interrupted && !this.#before.get(id).has(totp.id);
    }

    #take(user, { status, message, credential }) {
        this.waiting.delete(user.id);
        const outcome = { ...user, outcome: status, message, totp: credential };
        ({ created: this.created, exists: this.existing }[status] ?? this.failed).set(user.id, outcome);
        this.last = [...this.last.slice(-7), outcome];
        this.printed &&= status !== "created";
        this.#changeSoon();
    }

    /** All have the same time, so one tells it. */
    async #readDeadline() {
        const [one] = this.created.values();
        if (!one) {
            return;
        }
        try {
            if (!await this.#desk.session.lasts()) {
                throw new Error("The session has ended");
            }
            const { totps } = await this.#desk.api.user(one.id);
            const { deadline, createdDate } = totps.find(({ id }) => id === one.totp.id) ?? {};
            this.created.forEach(({ totp }) => totp.deadline = deadline && totp.createdDate + deadline - createdDate);
            this.deadlineUnknown = false;
        } catch {
            this.deadlineUnknown = true;
        }
    }

    #change(state) {
        this.state = state;
        this.dispatchEvent(new Event("change"));
    }

    #changeSoon() {
        this.soon ??= setTimeout(() => {
            this.soon = undefined;
            this.dispatchEvent(new Event("change"));
        }, PACE);
    }
}
