import { Api } from "./api.js";
import { findCaller } from "./caller.js";
import { Messages } from "./messages.js";
import { route } from "./route.js";
import { Session } from "./session.js";
import "./dark-mode.js";
import "./desk-app.js";

const app = document.querySelector("totp-desk");

async function start() {
    const environment = JSON.parse(app.dataset.environment);
    const session = new Session(environment);
    if (await session.start()) {
        const api = new Api(environment, session, ofMaster(environment) ? route.get().realm : undefined);
        const caller = await findCaller(api);
        const locale = environment.locales?.find(known => known === route.get().locale) ?? caller?.locale;
        app.start({ environment, session, api, caller, messages: await Messages.load(environment, locale) });
    }
}

/** Only these callers can have rights in other realms. */
function ofMaster({ loginRealm, masterRealm }) {
    return loginRealm === masterRealm;
}

try {
    await start();
} catch (error) {
    console.error(error);
    app.fail();
}
