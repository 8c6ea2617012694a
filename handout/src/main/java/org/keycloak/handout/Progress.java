package org.keycloak.handout;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on the terminal with the count, the rate and the time left. Where there is no terminal, nothing is shown. */
public final class Progress implements AutoCloseable {

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * @param task what is being done
     * @param unit what is counted
     * @param number of them; -1 if it isn't known
     */
    public static Progress of(String task, String unit, long number) {
        return new Progress(System.console() == null ? null : new ProgressBarBuilder().setTaskName(task).setInitialMax(number).setUnit(" " + unit, 1).showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(System.err)).build());
    }

    public void step() {
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
