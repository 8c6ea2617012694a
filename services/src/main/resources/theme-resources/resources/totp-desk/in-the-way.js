/** Whether another credential is an OTP: one that counts instead of going by the clock, or one that can't be read. It has no method. */
export function isOtp({ type }) {
    return type === "otp";
}

/** The user's authenticators, and other OTPs after them. The row of a user in a list has no others. */
export function otps({ totps, otherCredentials = [] }) {
    return [...totps, ...otherCredentials.filter(isOtp)];
}

/**
 * Which of a user's OTPs a new authenticator takes the place of. A user has one of each method at most. One without a method counts as one of the
 * realm's default method. A new one without a method takes the place of all.
 *
 * @param {object[]} otps of the user
 * @param {{chosen: string, byDefault: string}} method names of the new one's method and of the realm's default; empty for none
 */
export function replaced(otps, { chosen, byDefault }) {
    const method = chosen || byDefault;
    return method ? otps.filter(otp => (otp.method ?? byDefault) === method) : otps;
}

/** Those of them that have to be replaced on purpose. One that has expired makes way without being asked. */
export function inTheWay(user, method) {
    return replaced(otps(user), method).filter(({ status }) => status !== "expired");
}

/**
 * Whether there is an OTP that isn't listed, such as one that the user's storage keeps. Nobody can tell its method, so it may be in the way of any.
 */
export function hasUnlisted(user) {
    return user.totps.length + user.otherOtps > otps(user).length;
}
