/** First and last name; the username if there is none. */
export function fullName({ firstName, lastName, username }) {
    return [firstName, lastName].filter(Boolean).join(" ") || username;
}

/** A text for a name of Keycloak's, such as a type of credential; the name itself if there is no text. */
export function nameOf(messages, prefix, name) {
    const key = `${prefix}.${name}`;
    const text = messages.text(key);
    return text === key ? name : text;
}
