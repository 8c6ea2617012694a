/**
 * A user's authenticators that a new one of the method would be in the way of. One that has expired is not among them: it counts as none.
 *
 * @param {{chosen: string, byDefault: string}} method names of methods; empty for none
 */
export function ofMethod(user, { chosen, byDefault = "" }) {
    const method = chosen || byDefault;
    return user.totps.filter(totp => totp.status !== "expired" && (totp.method ?? byDefault) === method);
}

/** Whether somebody logs in with it. One that is locked may be. */
export function isInUse({ used }) {
    return used;
}

/** Which users get a new authenticator in place of one that they have. */
export class Replacement {

    #choices;
    #before = new Map();

    /**
     * @param {object[]} users with the authenticators that they have before the run
     * @param {{method: {chosen: string, byDefault: string}, replaceUnused: boolean, replaceUsed: boolean}} choices
     */
    constructor(users, choices) {
        this.#choices = choices;
        users.forEach(({ id, totps }) => this.#before.set(id, new Set(totps.map(totp => totp.id))));
    }

    /** Whether the user had none before the run. */
    hadNone({ id }) {
        return !this.#before.get(id).size;
    }

    /**
     * @param {object} user with the authenticators that the user has now
     * @param {boolean} interrupted whether the run was: the server makes up to a hundred before it sends their keys, so what is new then, and
     * unused, has a key that nobody has
     */
    isFor(user, interrupted) {
        const { method, replaceUsed, replaceUnused } = this.#choices;
        const totps = ofMethod(user, method);
        if (!totps.length) {
            return false;
        }
        if (totps.some(isInUse)) {
            return replaceUsed;
        }
        return replaceUnused || interrupted && totps.every(({ id }) => !this.#before.get(user.id).has(id));
    }
}
