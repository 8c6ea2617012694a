package org.keycloak.handout.enrolment;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.keycloak.handout.server.Server;
import org.keycloak.handout.server.StatusPages;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.Totp;

/**
 * Finds the users whose TOTP is of an interrupted run, and whose line never arrived: nobody knows the secret. In a run that replaces TOTPs, it also finds
 * those who have still their former one.
 */
final class LostLines {

    private final Run run;
    private final WorkingTimes times;
    private final String method;

    /**
     * @param method name of the method that the run's TOTPs have; {@code null} if they have none, or no line tells
     */
    LostLines(Run run, WorkingTimes times, String method) {
        this.run = run;
        this.times = times;
        this.method = method;
    }

    /**
     * @param candidates ids of users who have an OTP, and no line
     * @return the ids of those among them whose OTP is to be replaced
     */
    List<String> toReplace(Set<String> candidates, Server server) {
        return among(candidates, server, this::isToReplace);
    }

    /**
     * @param candidates ids of users whose line has a TOTP that they don't have
     * @return the ids of those among them whose OTPs are all from before the run, and to be replaced
     */
    List<String> former(Set<String> candidates, Server server) {
        return among(candidates, server, totps -> isToReplace(totps) && !isLost(totps));
    }

    /**
     * @param candidates ids of users who have no line
     * @return whether nobody knows the secret of one of them
     */
    boolean remain(Set<String> candidates, Server server) {
        return !among(candidates, server, this::isLost).isEmpty();
    }

    /**
     * @param candidates ids of users who have no line
     * @return names of those who got an unused TOTP since the run began, while the run wasn't at work
     */
    List<String> ofOthers(Set<String> candidates, Server server) {
        return among(candidates, server, totps -> ofRun(totps).stream().anyMatch(this::isOfOthers), UserTotpStatusRepresentation::getUsername);
    }

    private boolean isOfOthers(Totp totp) {
        return !isFormer(totp) && isUnused(totp) && !times.include(totp.getCreatedDate());
    }

    private static List<String> among(Set<String> candidates, Server server, Predicate<List<Totp>> condition) {
        return among(candidates, server, condition, UserTotpStatusRepresentation::getId);
    }

    private static List<String> among(Set<String> candidates, Server server, Predicate<List<Totp>> condition, Function<UserTotpStatusRepresentation, String> told) {
        return candidates.isEmpty() ? List.of() : StatusPages.read((first, max) -> server.totpStatus().list(null, first, max))
                .filter(user -> candidates.contains(user.getId()) && condition.test(user.getTotps())).map(told).toList();
    }

    /**
     * @param totps all of a user who has an OTP; it is a counter-based one if there are none
     */
    boolean isToReplace(List<Totp> totps) {
        return totps.isEmpty() ? run.replaces() : ofRun(totps).stream().allMatch(totp -> isFormer(totp) ? run.replaces() : isUnused(totp) && times.include(totp.getCreatedDate()));
    }

    /**
     * @param totps all of a user
     */
    boolean isLost(List<Totp> totps) {
        return isToReplace(totps) && ofRun(totps).stream().anyMatch(totp -> !isFormer(totp));
    }

    /**
     * If no TOTP has the method's name, it isn't known: the run was called with its id, or with none. One of another method may be among them then, and
     * nothing is to be replaced unless all are of the run.
     */
    private List<Totp> ofRun(List<Totp> totps) {
        List<Totp> named = totps.stream().filter(totp -> method != null && method.equals(totp.getMethod())).toList();
        return named.isEmpty() ? totps : named;
    }

    private boolean isFormer(Totp totp) {
        return totp.getCreatedDate() == null || totp.getCreatedDate() < run.begun();
    }

    private static boolean isUnused(Totp totp) {
        return Boolean.FALSE.equals(totp.isUsed());
    }
}
