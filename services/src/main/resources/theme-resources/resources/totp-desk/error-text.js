import { keyOf, keyOfLine } from "./server-messages.js";

const BY_STATUS = { 0: "error.unreachable", 401: "error.signedOut", 403: "error.forbidden", 404: "error.gone", 409: "error.conflict" };

/** Whether the user has another authenticator of this name. */
export function isLabelTaken({ status, message }) {
    return status === 409 && keyOf(message) === "new.labelTaken";
}

/** What an error means to whoever sees it. */
export function errorText(messages, error) {
    const { status, message } = error;
    if (status === undefined) {
        console.error(error); // the page has a fault
        return messages.text("error.unexpected");
    }
    const key = keyOf(message) ?? BY_STATUS[status];
    if (key) {
        return messages.text(key);
    }
    return status >= 500 ? messages.text("error.server", status) : messages.text("error.refused", message || status);
}

/** Why a user of a run got nothing. */
export function lineText(messages, message) {
    const key = keyOfLine(message);
    return key ? messages.text(key) : messages.text("error.refused", message);
}
