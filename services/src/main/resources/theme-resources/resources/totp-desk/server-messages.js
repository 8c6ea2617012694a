/**
 * Parts of the server's messages, which are in English, and the page's own texts for them. A unit test finds each part in a constant of the
 * server's code, so that none of these becomes useless when a message is worded anew.
 */
const TEXTS = {
    "already has": "error.exists",
    "has no totp": "error.removed",
    "credential with this label": "new.labelTaken",
    "Credential type not found": "error.impossible",
    "storage is read-only": "error.readOnly",
    "Invalid group": "error.noGroup",
};

/** The same for the lines of a run, which are about one user each. */
const TEXTS_OF_LINES = {
    "User not found": "run.gone",
    "No right to change": "run.noRight",
    "can't have a credential": "run.impossible",
    "storage is read-only": "run.readOnly",
    "changed by another request": "run.conflict",
    "The server failed": "run.server",
};

/** @returns {string|undefined} key of the text; nothing if the page has none for this message */
export function keyOf(message) {
    return find(TEXTS, message);
}

/** @returns {string|undefined} as `keyOf`, for the message of a line */
export function keyOfLine(message) {
    return find(TEXTS_OF_LINES, message);
}

function find(texts, message = "") {
    return Object.entries(texts).find(([part]) => message.includes(part))?.[1];
}
