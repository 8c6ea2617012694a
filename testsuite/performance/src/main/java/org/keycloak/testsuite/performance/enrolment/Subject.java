package org.keycloak.testsuite.performance.enrolment;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A request that is measured beside others.
 *
 * @param before whether its users have an OTP credential when it is sent
 * @param after whether they have one then
 */
record Subject(String name, boolean before, boolean after, BiFunction<UserRequests, String, EnrolmentCall> request) {

    /** What the others are compared with: Keycloak's own way to the same end. */
    static final Subject BASE = new Subject("`PUT user` importing an OTP", false, true, UserRequests::importOtp);

    static final Subject CREATE_TOTP = new Subject("create-totp", false, true, UserRequests::createTotp);

    static final List<Subject> ALL = List.of(
            new Subject("`GET user`", false, false, UserRequests::get),
            BASE,
            CREATE_TOTP,
            new Subject("create-totp, `qrSize` 0", false, true, UserRequests::createTotpWithoutPicture),
            new Subject("create-totp, `image/png`", false, true, UserRequests::createTotpAsPicture),
            new Subject("create-totp, `method`", false, true, UserRequests::createTotpOfMethod),
            new Subject("remove-totp", true, false, UserRequests::removeTotp));

    static final Subject REPLACE = new Subject("create-totp, `replaceExisting`", true, true, UserRequests::replaceTotp);

    static final List<Subject> REFUSED = List.of(
            new Subject("create-totp, refused: the user has one", true, true, UserRequests::createSecondTotp),
            new Subject("create-totp, refused: a bad value", false, false, UserRequests::createTotpOfBadField));

    List<EnrolmentCall> calls(UserGroup users) {
        return users.ids().stream().map(user -> request.apply(users.requests(), user)).toList();
    }
}
