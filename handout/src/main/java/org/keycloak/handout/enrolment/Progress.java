package org.keycloak.handout.enrolment;

import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on the terminal with the count, the rate and the time left. Where there is no terminal, nothing is shown. */
final class Progress implements AutoCloseable {

    private static final int UNKNOWN = -1;

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    static Progress none() {
        return new Progress(null);
    }

    /**
     * @param users whose number the bar shows, if the server tells it at once
     */
    static Progress of(Server server, UserSelection users) {
        return System.console() == null ? none() : new Progress(new ProgressBarBuilder().setTaskName("Enrolling").setInitialMax(number(server, users))
                .setUnit(" users", 1).showSpeed().setConsumer(new ConsoleProgressBarConsumer(System.err)).build());
    }

    private static long number(Server server, UserSelection users) {
        if (users.getIds() != null || users.getUsernames() != null) {
            return (users.getIds() != null ? users.getIds() : users.getUsernames()).size();
        }
        if (users.getRole() != null || users.getQ() != null) {
            return UNKNOWN;
        }
        try {
            return server.totpStatus().count(users.getGroup(), users.isSubGroups(), users.getSearch()).getTotal();
        } catch (RuntimeException e) {
            return UNKNOWN; // the request itself tells what is wrong
        }
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
