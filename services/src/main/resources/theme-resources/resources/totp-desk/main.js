import { Api } from "./api.js";
import { findCaller } from "./caller.js";
import { followDarkMode } from "./dark-mode.js";
import { chooseLocale } from "./locale.js";
import { Messages } from "./messages.js";
import { route } from "./route.js";
import { Session } from "./session.js";
import "./desk-app.js";

const app = document.querySelector("totp-desk");

async function start() {
    const environment = JSON.parse(app.dataset.environment);
    followDarkMode(environment.darkMode);
    const session = new Session(environment);
    if (await session.start()) {
        const api = new Api(environment, session, ofMaster(environment) ? route.get().realm : undefined);
        const caller = await findCaller(api);
        const known = environment.knownLocales;
        const asked = known.find(locale => locale === route.get().locale);
        const ofCaller = environment.locales.length ? caller?.locale : undefined; // in a realm without languages, Keycloak takes everybody for English
        const locale = chooseLocale(known, [asked, ofCaller, ...navigator.languages]);
        const realms = ofMaster(environment) ? api.realms().catch(() => []) : Promise.resolve(); // the page works without the list
        await app.start({ environment, session, api, caller, realms, messages: await Messages.load(environment, locale) });
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
    document.body.classList.add("desk-failed");
}
