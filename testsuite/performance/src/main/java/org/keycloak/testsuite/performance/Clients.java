package org.keycloak.testsuite.performance;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several clients, each of which sends its next call when it has the reply to the last one.
 */
final class Clients implements AutoCloseable {

    /**
     * How long the calls of one subject took in one round.
     *
     * @param milliseconds of each call
     */
    record Turn(double callsPerSecond, double[] milliseconds) {
    }

    private final int number;
    private final ExecutorService threads;

    Clients(int number) {
        this.number = number;
        this.threads = Executors.newFixedThreadPool(number);
    }

    Turn send(List<Call> calls) throws Exception {
        AtomicInteger next = new AtomicInteger();
        double[] milliseconds = new double[calls.size()];
        Callable<Void> client = () -> {
            for (int index = next.getAndIncrement(); index < calls.size(); index = next.getAndIncrement()) {
                long start = System.nanoTime();
                calls.get(index).send();
                milliseconds[index] = (System.nanoTime() - start) / 1e6;
            }
            return null;
        };
        long start = System.nanoTime();
        for (Future<Void> done : threads.invokeAll(Collections.nCopies(number, client))) {
            done.get();
        }
        return new Turn(calls.size() * 1e9 / (System.nanoTime() - start), milliseconds);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
