const BY_STATUS = { 0: "error.unreachable", 401: "error.signedOut", 403: "error.forbidden", 404: "error.gone", 409: "error.conflict" };

/** Whether the user has another authenticator of this name. */
export function isLabelTaken({ status, message }) {
    return status === 409 && /label/i.test(message);
}

/** What an error means to whoever sees it. The server's own messages are in English. */
export function errorText(messages, error) {
    const { status, message } = error;
    if (status === undefined) {
        console.error(error); // the page has a fault
        return messages.text("error.unexpected");
    }
    if (status === 400 && /already has/.test(message)) {
        return messages.text("error.exists");
    }
    if (status === 400 && /has no totp/.test(message)) {
        return messages.text("error.removed");
    }
    if (isLabelTaken(error)) {
        return messages.text("new.labelTaken");
    }
    if (BY_STATUS[status]) {
        return messages.text(BY_STATUS[status]);
    }
    return status >= 500 ? messages.text("error.server", status) : messages.text("error.refused", message || status);
}
