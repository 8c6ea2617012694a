/**
 * A user's authenticators that a new one of the method would be in the way of. One that has expired is not among them: it counts as none.
 *
 * @param {{chosen: string, byDefault: string}} method names of methods; empty for none
 */
export function ofMethod(user, { chosen, byDefault = "" }) {
    const method = chosen || byDefault;
    return user.totps.filter(totp => totp.status !== "expired" && (totp.method ?? byDefault) === method);
}

/** Whether somebody logs in with it. One that is locked may be. */
export function isInUse({ used }) {
    return used;
}
