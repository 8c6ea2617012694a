import { LeaveGuard } from "./leave-guard.js";
import { Replacement } from "./replacement.js";

/** Pixels of a side: six and a half centimetres on paper. */
const QR_SIZE = 246;
/** Milliseconds between two pictures of the progress. */
const PACE = 100;
/** How many of those who came last are shown while the run goes on. */
const LAST = 8;

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
    last = [];
    /** Whether the server may have made authenticators whose keys never came here. */
    interrupted = false;
    /** Whether it isn't known until when the authenticators have to be used. */
    deadlineUnknown = false;

    #desk;
    #members;
    #choices;
    #replacement;
    /** Ids of the members whose states have been read anew. */
    #current = new Set();
    #stop = new AbortController();
    #soon;
    #guard = new LeaveGuard(() => this.#desk.messages.text("run.leaveQuestion"), () => this.discard(), () => this.created.size > 0);

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
        this.#replacement = new Replacement(users, choices);
        this.total = users.length;
        users.forEach(user => this.waiting.set(user.id, user));
    }

    get running() {
        return this.state === "reading" || this.state === "running";
    }

    /** Who is not done, or could not get one, or has one whose key never came here. */
    get open() {
        const lost = this.interrupted ? [...this.existing.values()].filter(user => this.#replacement.hadNone(user)) : [];
        return [...this.waiting.values(), ...this.failed.values(), ...lost];
    }

    begin() {
        return this.#run(this.#choices.replaceUnused || this.#choices.replaceUsed);
    }

    /** Goes on with those who are open. */
    again() {
        for (const user of this.open) {
            this.failed.delete(user.id);
            this.existing.delete(user.id);
            this.waiting.set(user.id, user);
        }
        return this.#run(true);
    }

    /** The server stops as soon as it sees that nobody listens. */
    stop() {
        this.#stop.abort();
    }

    /** Forgets the keys. */
    discard() {
        this.stop();
        this.#guard.release();
        [this.waiting, this.created, this.existing, this.failed].forEach(users => users.clear());
        this.last = [];
    }

    /** @param {boolean} anew whether states have to be read anew: what has been used in the meantime must not be replaced */
    async #run(anew) {
        this.#stop = new AbortController();
        const { signal } = this.#stop;
        this.#change("reading");
        try {
            if (anew) {
                await this.#read();
            }
            this.#change("running");
            const complete = !signal.aborted && await this.#create([...this.waiting.values()], signal);
            await this.#readDeadline();
            this.#change(complete ? "done" : signal.aborted ? "stopped" : "cut");
        } catch (error) {
            this.#desk.fail(error);
            this.#change({ 401: "signedOut", 0: "cut" }[error.status] ?? "refused");
        }
    }

    async #read() {
        this.#current.clear();
        for await (const users of this.#members.all()) {
            users.filter(({ id }) => this.waiting.has(id)).forEach(user => {
                this.waiting.set(user.id, user);
                this.#current.add(user.id);
            });
        }
    }

    /** @returns whether the sums came: a reply without them was cut off, and the run is interrupted */
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
            if (error.status > 0) { // the server has answered
                throw error;
            }
            if (error.status !== 0 && error.name !== "AbortError") {
                console.error(error); // the page has a fault, which must not take the keys that are there
            }
        }
        this.interrupted ||= !complete;
        return complete;
    }

    /** Whoever has left the group may have used an authenticator in the meantime, and nothing of theirs is replaced. */
    #line(user) {
        return {
            id: user.id,
            method: this.#choices.method.chosen || undefined,
            qrSize: QR_SIZE,
            replaceExisting: this.#current.has(user.id) && this.#replacement.isFor(user, this.interrupted) || undefined,
        };
    }

    #take(user, { status, message, credential }) {
        this.waiting.delete(user.id);
        const outcome = { ...user, outcome: status, message, totp: credential };
        ({ created: this.created, exists: this.existing }[status] ?? this.failed).set(user.id, outcome);
        this.last = [...this.last, outcome].slice(-LAST);
        this.#soon ??= setTimeout(() => this.#change(this.state), PACE);
    }

    /** All have the same time from the creation to the deadline. The one that came last tells it: nobody can have used that one. */
    async #readDeadline() {
        const one = [...this.created.values()].at(-1);
        if (!one) {
            return;
        }
        try {
            const { totps } = await this.#desk.api.user(one.id);
            const { deadline, createdDate } = totps.find(({ id }) => id === one.totp.id) ?? {};
            this.created.forEach(({ totp }) => totp.deadline = deadline && totp.createdDate + deadline - createdDate);
            this.deadlineUnknown = false;
        } catch {
            this.deadlineUnknown = true;
        }
    }

    #change(state) {
        clearTimeout(this.#soon);
        this.#soon = undefined;
        this.state = state;
        this.dispatchEvent(new Event("change"));
    }
}
