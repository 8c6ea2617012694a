/** Whether somebody else has removed or replaced an authenticator. To the server, a request about one that isn't there is no error. */
export async function isRemoved(api, userId, totpId) {
    const { totps } = await api.user(userId);
    return !totps.some(({ id }) => id === totpId);
}

/**
 * Whether the user has got a second factor in the meantime. To the server, to replace is to replace whatever is there.
 *
 * @param {object} user as read before
 */
export async function hasGotMore(api, user) {
    const before = new Set(ids(user));
    return ids(await api.user(user.id)).some(id => !before.has(id));
}

function ids({ totps, otherCredentials }) {
    return [...totps, ...otherCredentials].map(({ id }) => id);
}
