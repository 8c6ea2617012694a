package org.keycloak.handout.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.TotpStatusRepresentation.Totp;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

/**
 * Finds the users whose TOTP is of an interrupted run, and whose line never arrived: nobody knows the secret. In a run that replaces TOTPs, it also finds
 * those who have still their former one.
 */
final class LostLines {

    private static final int PAGE = 10_000;

    private final Run run;
    private final String method;

    /**
     * @param method name of the method that the run's TOTPs have; {@code null} if they have none, or no line tells
     */
    LostLines(Run run, String method) {
        this.run = run;
        this.method = method;
    }

    /**
     * @param candidates ids of users who have a TOTP, and no line
     * @return the ids of those among them whose TOTP is to be replaced
     */
    List<String> among(Set<String> candidates, Server server) {
        List<String> lost = new ArrayList<>();
        int first = 0;
        while (!candidates.isEmpty()) {
            List<UserTotpStatusRepresentation> page = server.totpStatus().list(null, first, PAGE);
            page.stream().filter(user -> candidates.contains(user.getId()) && isLost(user.getTotps())).forEach(user -> lost.add(user.getId()));
            if (page.isEmpty()) {
                break;
            }
            first += PAGE;
        }
        return lost;
    }

    private boolean isLost(List<Totp> totps) {
        List<Totp> ofRun = totps.stream().filter(totp -> method == null || method.equals(totp.getMethod())).toList();
        // Without a method, a TOTP of another method may be among them: replace none of these users' TOTPs unless all are of the run.
        return !ofRun.isEmpty() && ofRun.stream().allMatch(this::isLost);
    }

    private boolean isLost(Totp totp) {
        boolean before = totp.getCreatedDate() == null || totp.getCreatedDate() < run.begun();
        return before ? run.replaces() : Boolean.FALSE.equals(totp.isUsed());
    }
}
