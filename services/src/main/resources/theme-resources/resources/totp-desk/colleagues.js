/** Whether somebody else has removed or replaced an authenticator. To the server, a request about one that isn't there is no error. */
export async function isRemoved(api, userId, totpId) {
    const { totps } = await api.user(userId);
    return !totps.some(({ id }) => id === totpId);
}

/**
 * Closes a form if the user has got a second factor since the form was opened. To the server, to replace is to replace whatever is there, and to
 * replace what is there now is another decision.
 *
 * @param form tells `changed` and `cancelled`
 * @param {object} before the user as the form began with
 * @returns {Promise<boolean>} whether the form is closed
 */
export async function isOvertaken(form, before) {
    const known = new Set(ids(before));
    const now = await form.desk.api.user(before.id);
    if (ids(now).every(id => known.has(id))) {
        return false;
    }
    form.desk.say(form.t("error.changed"), "danger");
    form.tell("changed");
    form.tell("cancelled");
    return true;
}

function ids({ totps, otherCredentials }) {
    return [...totps, ...otherCredentials].map(({ id }) => id);
}
