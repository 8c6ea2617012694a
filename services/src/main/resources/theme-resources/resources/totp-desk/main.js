import { Api } from "./api.js";
import { Messages } from "./messages.js";
import { Session } from "./session.js";
import "./desk-app.js";

const app = document.querySelector("totp-desk");
const environment = JSON.parse(app.dataset.environment);
const session = new Session(environment);

if (await session.start()) {
    const api = new Api(environment, session);
    app.start({ environment, session, api, messages: await Messages.load(environment, await api.whoAmI()) });
}
