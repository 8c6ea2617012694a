package org.keycloak.testsuite.performance;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * A request for one user that is measured beside others.
 */
enum Enrolment {

    /** Keycloak's own way to the same end. The sender makes the secret. */
    IMPORT("`PUT user` importing an OTP", (admin, user) -> admin.put(user, Map.of("credentials", List.of(Users.totp(UUID.randomUUID().toString()))), 204, "")),
    CREATE_TOTP("create-totp", (admin, user) -> admin.put(user + "/create-totp", Map.of(), 200, "\"qrCode\"")),
    WITHOUT_PICTURE("create-totp, `qrSize` 0", (admin, user) -> admin.put(user + "/create-totp", Map.of("qrSize", 0), 200, "\"totpSecret\"")),
    OF_METHOD("create-totp, `method`", (admin, user) -> admin.put(user + "/create-totp", Map.of("method", EnrolmentRealm.METHOD), 200, "\"qrCode\"")),
    /** Not an enrolment: it shows what any request for a user costs. */
    GET_USER("`GET user`", (admin, user) -> admin.get(user, "\"username\""));

    final String title;
    /** Makes the call from the administrator and the path of the user. */
    final BiFunction<Admin, String, Call> call;

    Enrolment(String title, BiFunction<Admin, String, Call> call) {
        this.title = title;
        this.call = call;
    }
}
