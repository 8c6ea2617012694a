/** First and last name; the username if there is none. */
export function fullName({ firstName, lastName, username }) {
    return [firstName, lastName].filter(Boolean).join(" ") || username;
}

/** The text of a key for a name of Keycloak's, such as a type of credential; the name itself if there is no text. */
export function nameOf(messages, key, name) {
    const text = messages.text(key);
    return text === key ? name : text;
}

/** What an OTP is called. Nothing more may be known about one that is no authenticator of an app. */
export function otpName(messages, { userLabel, type }) {
    return userLabel ?? messages.text(type ? "factor.unlisted" : "factor.totp");
}
