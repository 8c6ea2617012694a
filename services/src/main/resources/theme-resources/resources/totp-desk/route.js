/**
 * What the page shows, in the query of its address: `user` (id), or `group` (path), or `search`. A login comes back to it, and so does the
 * browser's back button. No secret is ever in it.
 */
export const route = {

    get() {
        return Object.fromEntries(new URLSearchParams(location.search));
    },

    /** @param {object} values empty for the beginning */
    go(values) {
        const query = new URLSearchParams(values).toString();
        history.pushState(null, "", query ? `?${query}` : location.pathname);
        dispatchEvent(new PopStateEvent("popstate"));
    }
};
