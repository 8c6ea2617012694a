/**
 * The language of the page.
 *
 * @param {string[]} known tags of BCP 47, at least one
 * @param {string[]} wanted tags, the best first; some may be undefined
 * @returns {string} the first that is known, at least by its language; without any the first
 */
export function chooseLocale(known, wanted) {
    const tags = wanted.filter(Boolean);
    const language = tag => tag.split("-")[0];
    return tags.map(tag => known.find(other => other === tag) ?? known.find(other => language(other) === language(tag))).find(Boolean) ?? known[0];
}
