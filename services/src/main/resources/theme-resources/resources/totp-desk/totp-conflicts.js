/**
 * Which authenticators a new one takes the place of. A user has one of each method at most. One without a method counts as one of the realm's
 * default method. A new one without a method takes the place of all.
 *
 * @param {object[]} totps of the user
 * @param {string} [method] name of the new one's method
 * @param {string} [byDefault] name of the realm's default method, which is meant if there is no other
 */
export function conflicts(totps, method = "", byDefault = undefined) {
    const meant = method || byDefault;
    return meant ? totps.filter(totp => (totp.method ?? byDefault) === meant) : totps;
}

/** One that has expired makes way without being asked. */
export function isInTheWay({ status }) {
    return status !== "expired";
}

/** Whether there is an OTP that isn't listed: one that counts instead of going by the clock, or one that the user's storage keeps. */
export function hasUnlisted({ status, totps }) {
    return status === "used" && !totps.some(totp => totp.status === "used");
}
