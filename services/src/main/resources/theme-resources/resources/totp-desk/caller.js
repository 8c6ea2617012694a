import { ApiError } from "./api.js";

/** Each of these roles lets its holder find users. */
const ROLES = ["manage-otp", "manage-users", "view-users", "query-users"];

/**
 * Who is logged in.
 *
 * @returns {Promise<{displayName: string, locale: string}|undefined>} nothing for somebody who can't use the page
 */
export async function findCaller(api) {
    const caller = await unlessForbidden(() => api.whoAmI());
    const roles = Object.values(caller?.realm_access ?? {}).flat();
    // Other roles with fine-grained permissions may do as well.
    return caller && (roles.some(role => ROLES.includes(role)) || await unlessForbidden(() => api.users({ max: 1 }))) ? caller : undefined;
}

/** 404: there is no such realm. */
async function unlessForbidden(request) {
    try {
        return await request();
    } catch (error) {
        if (error instanceof ApiError && (error.status === 403 || error.status === 404)) {
            return undefined;
        }
        throw error;
    }
}
