import { ApiError } from "./api.js";

/** Milliseconds from 1970 to the last date that a browser knows. */
const LAST_DATE = 8.64e15;

/** The texts of the page in one language. */
export class Messages {

    #texts;

    /**
     * @param {string} locale tag of the language that the texts are in, by BCP 47
     * @param {string} chosen tag of the language that was asked for
     */
    constructor(texts, locale, chosen) {
        this.#texts = texts;
        this.locale = locale;
        this.chosen = chosen;
    }

    /** Gets the texts in that language, with the realm's own changes of them. There may be none: then the server answers in another language. */
    static async load({ adminBaseUrl, loginRealm }, locale) {
        const url = `${adminBaseUrl}/admin/${encodeURIComponent(loginRealm)}/console/totp-desk/messages?locale=${encodeURIComponent(locale)}`;
        const response = await fetch(url).catch(() => {
            throw new ApiError(0);
        });
        if (!response.ok) {
            throw new ApiError(response.status);
        }
        return new Messages(await response.json(), response.headers.get("Content-Language") ?? locale, locale);
    }

    /**
     * @param {string} key without the beginning that all have
     * @param values for {0}, {1} and so on
     * @returns the text; the key if there is none
     */
    text(key, ...values) {
        const text = this.#texts[`totpDesk.${key}`] ?? key;
        return text.replace(/\{(\d)\}/g, (place, index) => {
            const value = values[index] ?? place;
            return typeof value === "number" ? value.toLocaleString(this.locale) : value;
        });
    }

    /** @param {number} milliseconds since 1970. An import may bring any number */
    date(milliseconds) {
        return new Intl.DateTimeFormat(this.locale, { dateStyle: "medium", timeStyle: "short" }).format(Math.max(-LAST_DATE, Math.min(LAST_DATE, milliseconds)));
    }

    /** @param {string[]} names as a sentence has them */
    list(names) {
        return new Intl.ListFormat(this.locale).format(names);
    }
}
