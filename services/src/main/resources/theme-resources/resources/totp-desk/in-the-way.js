/**
 * Which of a user's authenticators a new one takes the place of. A user has one of each method at most. One without a method counts as one of the
 * realm's default method. A new one without a method takes the place of all.
 *
 * @param {object[]} totps of the user
 * @param {{chosen: string, byDefault: string}} method names of the new one's method and of the realm's default; empty for none
 */
export function replaced(totps, { chosen, byDefault }) {
    const method = chosen || byDefault;
    return method ? totps.filter(totp => (totp.method ?? byDefault) === method) : totps;
}

/** Those of them that have to be replaced on purpose. One that has expired makes way without being asked. */
export function inTheWay({ totps }, method) {
    return replaced(totps, method).filter(({ status }) => status !== "expired");
}

/**
 * Whether there is an OTP that isn't listed: one that counts instead of going by the clock, or one that the user's storage keeps. Nobody can tell
 * its method, so it may be in the way of any.
 */
export function hasUnlisted({ status, totps }) {
    return status === "used" && !totps.some(totp => totp.status === "used");
}
