/**
 * What is sent to find a name that somebody types. The server looks for each word by itself, at the beginning of names if there are no asterisks
 * around it. Asterisks that are typed are Keycloak's signs, and no part of a name. Without any word all users are found.
 */
export function searchFor(text) {
    const words = text.replaceAll("*", " ").split(/\s+/).filter(Boolean);
    return words.map(word => `*${word}*`).join(" ") || "*";
}
