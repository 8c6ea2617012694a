/** An answer that isn't what was asked for. */
export class ApiError extends Error {

    /**
     * @param {number} status of HTTP; 0 if the server can't be reached
     * @param {string} message the server's, in English; empty if it has none
     */
    constructor(status, message = "") {
        super(message);
        this.status = status;
    }
}

/**
 * A part of a path. A browser takes "." and ".." for steps in the path, also if they are encoded, and would ask for something else.
 *
 * @throws {ApiError} 404: nothing has such a name
 */
function segment(text) {
    if (text === "." || text === "..") {
        throw new ApiError(404);
    }
    return encodeURIComponent(text);
}

/** What it means that no answer came: somebody ended the request, or the network failed. */
function lost(error, signal) {
    return signal?.aborted ? error : new ApiError(0);
}

/** The admin API, with the token of whoever is logged in. */
export class Api {

    #environment;
    #session;
    realm;

    /** @param {string} realm whose users these are; the one of the login if it isn't given */
    constructor(environment, session, realm = environment.loginRealm) {
        this.#environment = environment;
        this.#session = session;
        this.realm = realm;
    }

    /** @returns {Promise<{userId: string, displayName: string, locale: string, realm_access: Object<string, string[]>}>} */
    async whoAmI() {
        const { adminBaseUrl, loginRealm } = this.#environment;
        const url = `${adminBaseUrl}/admin/${encodeURIComponent(loginRealm)}/console/whoami?currentRealm=${encodeURIComponent(this.realm)}`;
        return (await this.#send(url, {})).json();
    }

    /** Names of the realms that the caller may see. */
    async realms() {
        const response = await this.#send(`${this.#environment.adminBaseUrl}/admin/realms?briefRepresentation=true`, {});
        return (await response.json()).map(({ realm }) => realm).sort();
    }

    /** Users with the states of their TOTPs: a row each, as `GET users/totp-status` has them. */
    users(query) {
        return this.#json(`users/totp-status?${new URLSearchParams(query)}`);
    }

    /** How many users have which state. */
    count(query) {
        return this.#json(`users/totp-status/count?${new URLSearchParams(query)}`);
    }

    /**
     * @param {string} name a part of it; empty for the groups at the top
     * @returns {Promise<string[]>} paths of groups, for those who may list groups
     */
    async groups(name) {
        const found = await this.#json(`groups?${new URLSearchParams({ max: 100, subGroupsCount: false, ...name ? { search: name } : {} })}`);
        const paths = groups => groups.flatMap(({ path, subGroups = [] }) => [path, ...paths(subGroups)]);
        return paths(found);
    }

    /** One user with all second factors. */
    user(id) {
        return this.#json(`users/${segment(id)}/totp-status`);
    }

    /** What can be created for the user, with the fields of each type. */
    credentialTypes(id) {
        return this.#json(`users/${segment(id)}/credential-types`);
    }

    createTotp(id, fields) {
        return this.#json(`users/${segment(id)}/create-totp`, "PUT", fields);
    }

    createRecoveryCodes(id, fields) {
        return this.#json(`users/${segment(id)}/credential-types/recovery-authn-codes`, "POST", fields);
    }

    verifyTotp(id, fields) {
        return this.#json(`users/${segment(id)}/verify-totp`, "PUT", fields);
    }

    removeTotp(id, fields) {
        return this.#json(`users/${segment(id)}/remove-totp`, "PUT", fields);
    }

    unlockTotp(id, fields) {
        return this.#json(`users/${segment(id)}/unlock-totp`, "PUT", fields);
    }

    /**
     * Creates a TOTP for each of many users.
     *
     * @param {object[]} users a line each: `id`, and fields of the TOTP
     * @param {AbortSignal} signal ends the work: the server stops when the client hangs up
     * @yields a line of the reply as soon as it is there
     */
    async *createTotps(users, signal) {
        const headers = { Accept: "application/x-ndjson", "Content-Type": "application/x-ndjson" };
        const response = await this.#send(this.#url("users/create-totp"), { method: "POST", signal, headers, body: users.map(user => JSON.stringify(user)).join("\n") });
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        const read = () => reader.read().catch(error => {
            throw lost(error, signal);
        });
        let rest = "";
        try {
            for (let part = await read(); !part.done; part = await read()) {
                const lines = (rest + part.value).split("\n");
                rest = lines.pop();
                yield* lines.filter(Boolean).map(line => JSON.parse(line));
            }
        } finally {
            reader.cancel().catch(() => {}); // if whoever takes the lines has failed, the server has to stop
        }
    }

    #url(path) {
        return `${this.#environment.adminBaseUrl}/admin/realms/${segment(this.realm)}/${path}`;
    }

    async #json(path, method = "GET", fields = undefined) {
        const response = await this.#send(this.#url(path), this.#body(method, fields, { Accept: "application/json" }));
        return response.status === 204 ? undefined : response.json();
    }

    #body(method, fields, headers) {
        return { method, headers: fields ? { ...headers, "Content-Type": "application/json" } : headers, body: fields && JSON.stringify(fields) };
    }

    async #send(url, request) {
        const token = await this.#session.token();
        let response;
        try {
            response = await fetch(url, { ...request, cache: "no-store", headers: { ...request.headers, Authorization: `Bearer ${token}` } });
        } catch (e) {
            throw lost(e, request.signal);
        }
        if (response.status === 401) { // the session has ended
            await this.#session.login();
        }
        if (!response.ok) {
            const { errorMessage, error } = await response.json().catch(() => ({}));
            throw new ApiError(response.status, errorMessage ?? error);
        }
        return response;
    }
}
