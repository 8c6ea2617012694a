/** Who needs a sheet. */
export const NONE_IN_USE = "none,unused,expired";
export const STATES = ["none", "unused", "expired", "locked", "used"];
export const ALL = STATES.join();

/** How many are read at a time if all are needed. */
const MANY = 1000;

/** The members of a group, with the states of their authenticators. Service accounts are not among them. */
export class Members {

    #api;
    #query;

    constructor(api, group, subGroups) {
        this.#api = api;
        this.#query = { group, subGroups };
    }

    /** @returns how many there are in each state, and the `total` */
    count() {
        return this.#api.count(this.#query);
    }

    /**
     * @param {string} status one or more states, with commas
     * @param {number} first how many are left out at the beginning
     * @param {number} max 1 to 10,000
     */
    page(status, first, max) {
        return this.#api.users({ ...this.#query, status, first, max });
    }

    /** @yields many at a time, up to the last */
    async *all(status = ALL) {
        for (let first = 0, users; first === 0 || users.length === MANY; first += MANY) {
            users = await this.page(status, first, MANY);
            yield users;
        }
    }
}

/** Whether the caller may change what the user has. */
export function isManaged(user) {
    return user.access.manage;
}
