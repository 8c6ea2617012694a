import { ApiError } from "./api.js";
import "./vendor/keycloak.min.js"; // it is no module, and makes a global variable

const { Keycloak } = globalThis;

/** The login of the help desk, with Keycloak's own adapter. Tokens are in memory alone. */
export class Session {

    #keycloak;

    constructor({ serverBaseUrl, loginRealm, clientId }) {
        this.#keycloak = new Keycloak({ url: serverBaseUrl, realm: loginRealm, clientId });
    }

    /** Sends the browser to the login page if nobody is logged in. The address, and with it the user of the page, stays the same. */
    async start() {
        const authenticated = await this.#keycloak.init({ onLoad: "login-required", pkceMethod: "S256", checkLoginIframe: false, responseMode: "query" });
        this.#keycloak.loginRequired = false; // else the adapter leaves the page by itself when the session has ended
        return authenticated;
    }

    /** Name of whoever is logged in. */
    get username() {
        return this.#keycloak.idTokenParsed?.preferred_username;
    }

    /**
     * @returns {Promise<string>} an access token that is valid for some seconds
     * @throws {ApiError} 0 if the server can't be reached; 401 as from login
     */
    async token() {
        try {
            await this.#keycloak.updateToken(5);
        } catch {
            if (this.#keycloak.authenticated) { // the adapter keeps its tokens unless the server refuses the refresh token (400)
                throw new ApiError(0);
            }
            await this.login();
        }
        return this.#keycloak.token;
    }

    /**
     * Ends with the page: the browser comes back to the same address.
     *
     * @throws {ApiError} 401 if the page has something to lose, and prevents the event `login`
     */
    login() {
        if (!dispatchEvent(new Event("login", { cancelable: true }))) {
            throw new ApiError(401);
        }
        this.#keycloak.login();
        return new Promise(() => {});
    }

    logout() {
        return this.#keycloak.logout({ redirectUri: location.origin + location.pathname });
    }
}
