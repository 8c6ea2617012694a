package org.keycloak.testsuite.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Several clients, each of which sends its next call when it has the reply to the last one.
 */
public final class Clients implements AutoCloseable {

    private final int number;
    private final ExecutorService threads;

    public Clients(int number) {
        this.number = number;
        this.threads = Executors.newFixedThreadPool(number);
    }

    public int number() {
        return number;
    }

    public Turn send(List<? extends Call> ready) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Callable<long[]>> shares = IntStream.range(0, number).<Callable<long[]>>mapToObj(client -> () -> send(ready, next)).toList();
        long start = System.nanoTime();
        List<Future<long[]>> done = threads.invokeAll(shares);
        long time = System.nanoTime() - start;
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> share : done) {
            latencies.add(share.get());
        }
        return new Turn(time, latencies.stream().flatMapToLong(Arrays::stream).toArray());
    }

    /** One client's share: it takes the next as long as there is one, so none is idle before the last are under way. */
    private static long[] send(List<? extends Call> ready, AtomicInteger next) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int index = next.getAndIncrement(); index < ready.size(); index = next.getAndIncrement()) {
            times.add(ready.get(index).send());
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
