/**
 * What the page shows, in the query of its address: `user` (id), or `group` (path), or `search` with `first`. A login comes back to it, and so
 * does the browser's back button. No secret is ever in it.
 */
export const route = {

    get() {
        return Object.fromEntries(new URLSearchParams(location.search));
    },

    /** @param {object} values empty for the beginning */
    href(values) {
        const { realm } = route.get();
        return `?${new URLSearchParams(realm ? { realm, ...values } : values)}`;
    },

    go(values) {
        history.pushState(null, "", route.href(values));
        dispatchEvent(new PopStateEvent("popstate"));
    },

    /** For a click on a link: without a new page, except if the user asks for one. */
    follow(event, values) {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            route.go(values);
        }
    },
};
