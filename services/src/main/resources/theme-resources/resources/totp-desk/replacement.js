import { hasUnlisted, inTheWay } from "./in-the-way.js";

/** Whether the user has something that is in the way of a new authenticator of the method. */
export function hasInTheWay(user, method) {
    return hasUnlisted(user) || inTheWay(user, method).length > 0;
}

/** Whether the user logs in with something that is in the way. One that is locked may be in use, and so may one that isn't listed. */
export function hasInUse(user, method) {
    return hasUnlisted(user) || inTheWay(user, method).some(({ used }) => used);
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
        users.forEach(user => this.#before.set(user.id, user));
    }

    /** Whether nothing of the user's was in the way before the run. */
    hadNone({ id }) {
        return !hasInTheWay(this.#before.get(id), this.#choices.method);
    }

    /**
     * @param {object} user with the authenticators that the user has now
     * @param {boolean} interrupted whether the run was: the server makes up to a hundred before it sends their keys, so what is new then, and
     * unused, has a key that nobody has
     */
    isFor(user, interrupted) {
        const { method, replaceUsed, replaceUnused } = this.#choices;
        if (!hasInTheWay(user, method)) {
            return false;
        }
        if (hasInUse(user, method)) {
            return replaceUsed;
        }
        return replaceUnused || interrupted && inTheWay(user, method).every(totp => !this.#had(user, totp));
    }

    #had(user, { id }) {
        return this.#before.get(user.id).totps.some(totp => totp.id === id);
    }
}
