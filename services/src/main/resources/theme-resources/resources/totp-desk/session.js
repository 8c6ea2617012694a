import "./vendor/keycloak.min.js"; // no module: it makes a global variable

const { Keycloak } = globalThis;

/** The login of the help desk, with Keycloak's own adapter. Tokens are in memory alone. */
export class Session {

    #keycloak;

    constructor({ serverBaseUrl, loginRealm, clientId }) {
        this.#keycloak = new Keycloak({ url: serverBaseUrl, realm: loginRealm, clientId });
    }

    /** Sends the browser to the login page if nobody is logged in. The address, and with it the user of the page, stays the same. */
    start() {
        return this.#keycloak.init({ onLoad: "login-required", pkceMethod: "S256", checkLoginIframe: false, responseMode: "query" });
    }

    /** Name of whoever is logged in. */
    get username() {
        return this.#keycloak.idTokenParsed?.preferred_username;
    }

    /** @returns {Promise<string>} an access token that is valid for some seconds */
    async token() {
        try {
            await this.#keycloak.updateToken(5);
        } catch {
            await this.login();
        }
        return this.#keycloak.token;
    }

    /** @returns {Promise<boolean>} whether the login is still good; nobody is sent to the login page */
    async lasts() {
        try {
            await this.#keycloak.updateToken(5);
            return true;
        } catch {
            return false;
        }
    }

    /** Ends with the page: the browser comes back to the same address. */
    login() {
        this.#keycloak.login();
        return new Promise(() => {});
    }

    logout() {
        return this.#keycloak.logout({ redirectUri: location.origin + location.pathname });
    }
}
