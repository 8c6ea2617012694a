/** How many characters of a search the server is sent. */
const MOST = 255;

/**
 * What is sent to find a name that somebody types. The server looks for each word by itself, at the beginning of names if there are no asterisks
 * around it. Asterisks that are typed are Keycloak's signs, and no part of a name. Without any word all users are found. Words that are too many
 * are left out.
 */
export function searchFor(text) {
    const words = text.replaceAll("*", " ").split(/\s+/).filter(Boolean).map(word => `*${word.slice(0, MOST - 2)}*`);
    while (words.join(" ").length > MOST) {
        words.pop();
    }
    return words.join(" ") || "*";
}
