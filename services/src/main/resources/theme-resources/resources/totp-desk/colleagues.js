/** Whether somebody else has removed or replaced an authenticator. To the server, a request about one that isn't there is no error. */
export async function isRemoved(api, userId, totpId) {
    const { totps } = await api.user(userId);
    return !totps.some(({ id }) => id === totpId);
}
