/**
 * Does something about the OTP of a card.
 *
 * @param card tells `changed`
 * @param {function(): Promise} request
 */
export function change(card, request) {
    card.querySelector("h4").focus(); // the focus would be lost with the button
    return card.attempt(async () => {
        await request();
        card.tell("changed");
    });
}

/** Removes it. */
export function remove(card, userId, id) {
    return change(card, async () => {
        await card.desk.api.removeTotp(userId, { id });
        card.desk.say(card.t("factor.removed"));
    });
}
