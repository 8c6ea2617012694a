package org.keycloak.testsuite.performance.enrolment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/**
 * The requests that are measured, of one realm, each ready to be sent.
 *
 * @param realm its URL in the admin API, with a slash at the end
 */
record UserRequests(URI realm, String token) {

    private static final BodyPublisher NOTHING = BodyPublishers.noBody();

    EnrolmentCall get(String user) {
        return new EnrolmentCall(request("users/" + user).GET().build(), Reply.json().with("username").with("email"));
    }

    /** Keycloak's own way: whoever sends it has made the secret, which is outside of the clock. */
    EnrolmentCall importOtp(String user) {
        String secret = UUID.randomUUID().toString();
        String body = """
                {"credentials": [{"type": "otp",
                    "credentialData": "{\\"subType\\": \\"totp\\", \\"digits\\": 6, \\"counter\\": 0, \\"period\\": 30, \\"algorithm\\": \\"HmacSHA1\\"}",
                    "secretData": "{\\"value\\": \\"%s\\"}"}]}""".formatted(secret);
        return new EnrolmentCall(put("users/" + user, BodyPublishers.ofString(body)).build(), Reply.none());
    }

    EnrolmentCall createTotp(String user) {
        return createTotp(user, NOTHING, Reply.json().with("totpSecret").with("qrCode"));
    }

    EnrolmentCall createTotpWithoutPicture(String user) {
        return createTotp(user, BodyPublishers.ofString("{\"qrSize\": 0}"), Reply.json().with("totpSecret").without("qrCode"));
    }

    EnrolmentCall createTotpAsPicture(String user) {
        return new EnrolmentCall(put("users/" + user + "/create-totp", NOTHING).header("Accept", "image/png").build(), Reply.png());
    }

    EnrolmentCall createTotpOfMethod(String user) {
        return createTotp(user, BodyPublishers.ofString("{\"method\": \"" + EnrolmentRealm.METHOD + "\"}"),
                Reply.json().with("method").with("totpSecret").with("qrCode"));
    }

    EnrolmentCall replaceTotp(String user) {
        return createTotp(user, BodyPublishers.ofString("{\"replaceExisting\": true}"), Reply.json().with("totpSecret").with("qrCode"));
    }

    EnrolmentCall createSecondTotp(String user) {
        return createTotp(user, NOTHING, Reply.refusal("User already has totp. Remove first."));
    }

    EnrolmentCall createTotpOfBadField(String user) {
        return createTotp(user, BodyPublishers.ofString("{\"digits\": 7}"), Reply.refusal("digits"));
    }

    EnrolmentCall removeTotp(String user) {
        return new EnrolmentCall(put("users/" + user + "/remove-totp", NOTHING).build(), Reply.none());
    }

    /** From then on a user is read from the database again. */
    void clearUserCache() throws IOException, InterruptedException {
        new EnrolmentCall(request("clear-user-cache").POST(NOTHING).build(), Reply.none()).send();
    }

    void requireOtps(String user, int number) throws IOException, InterruptedException {
        new EnrolmentCall(request("users/" + user + "/credentials").GET().build(), Reply.ofOtps(number)).send();
    }

    private EnrolmentCall createTotp(String user, BodyPublisher body, Reply expected) {
        return new EnrolmentCall(put("users/" + user + "/create-totp", body).build(), expected);
    }

    private HttpRequest.Builder put(String path, BodyPublisher body) {
        return request(path).header("Content-Type", "application/json").PUT(body);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(realm.resolve(path)).header("Authorization", "Bearer " + token);
    }
}
