package org.keycloak.testsuite.performance.enrolment;

import java.io.IOException;
import java.util.List;

import org.keycloak.testsuite.performance.Clients;

/**
 * Users all of whom have one OTP credential, or none.
 */
final class UserGroup {

    /** Of whom it is looked up. */
    private static final int SAMPLES = 5;

    private final List<String> ids;
    private final UserRequests requests;
    private boolean enrolled;

    UserGroup(List<String> ids, UserRequests requests) {
        this.ids = ids;
        this.requests = requests;
    }

    List<String> ids() {
        return ids;
    }

    UserRequests requests() {
        return requests;
    }

    /** What a turn finds must not depend on what the last one did. */
    void prepare(boolean toBeEnrolled, Clients clients) throws Exception {
        if (enrolled != toBeEnrolled) {
            clients.send(ids.stream().map(toBeEnrolled ? requests::createTotpWithoutPicture : requests::removeTotp).toList());
            enrolled = toBeEnrolled;
        }
    }

    /** What a turn left behind: some users are looked up, as a reply alone doesn't prove it. */
    void expect(boolean nowEnrolled) throws IOException, InterruptedException {
        enrolled = nowEnrolled;
        for (int sample = 0; sample < SAMPLES; sample++) {
            requests.requireOtps(ids.get(sample * ids.size() / SAMPLES), nowEnrolled ? 1 : 0);
        }
    }
}
