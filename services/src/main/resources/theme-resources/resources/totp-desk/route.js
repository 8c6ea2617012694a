/** What stays the same from page to page: whose users these are, and the language. */
const LASTING = ["realm", "locale"];

/**
 * What the page shows, in the query of its address: `user` (id), or `group` (path) with `subGroups` and `status`, or `search` with `first`. A
 * login comes back to it, and so does the browser's back button. No secret is ever in it.
 */
export const route = {

    get() {
        return Object.fromEntries(new URLSearchParams(location.search));
    },

    /** @returns the values that say what is shown, without what stays the same */
    place(values) {
        return Object.fromEntries(Object.entries(values).filter(([name]) => !LASTING.includes(name)));
    },

    /** @param {object} values empty for the beginning */
    href(values) {
        const lasting = Object.entries(route.get()).filter(([name]) => LASTING.includes(name) && !(name in values));
        return `?${new URLSearchParams([...Object.entries(values), ...lasting])}`;
    },

    /** The same address again only reads anew. */
    go(values) {
        const href = route.href(values);
        history[href === location.search ? "replaceState" : "pushState"](null, "", href);
        dispatchEvent(new PopStateEvent("popstate"));
    },

    /** Follows a link that is clicked. The page stays the same, except if the user asks for another tab or window. */
    follow(event, values) {
        if (!event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            route.go(values);
        }
    },
};
