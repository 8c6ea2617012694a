import { Api, ApiError } from "./api.js";
import { Messages } from "./messages.js";
import { route } from "./route.js";
import { Session } from "./session.js";
import "./dark-mode.js";
import "./desk-app.js";

const app = document.querySelector("totp-desk");
const environment = JSON.parse(app.dataset.environment);
const session = new Session(environment);

/** @returns nothing if the user has no right at all */
async function whoAmI(api) {
    try {
        return await api.whoAmI();
    } catch (error) {
        if (error instanceof ApiError && error.status === 403) {
            return undefined;
        }
        throw error;
    }
}

if (await session.start()) {
    const api = new Api(environment, session, route.get().realm);
    const caller = await whoAmI(api);
    app.start({ session, api, whoAmI: caller, messages: await Messages.load(environment, caller?.locale) });
}
