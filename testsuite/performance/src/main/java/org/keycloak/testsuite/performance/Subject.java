package org.keycloak.testsuite.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What is measured beside others: logins of one realm with right codes, or with wrong ones.
 */
final class Subject {

    private final String name;
    private final MeasuredRealm realm;
    private final boolean right;
    private final List<Turn> turns = new ArrayList<>();
    private int next;

    /**
     * @param right whether the codes are
     */
    Subject(String name, MeasuredRealm realm, boolean right) {
        this.name = name;
        this.realm = realm;
        this.right = right;
    }

    String name() {
        return name;
    }

    List<Turn> turns() {
        return turns;
    }

    /** The codes are made before the clock runs. */
    void takeTurn(ExecutorService clients, int number, int logins, boolean measured) throws Exception {
        List<Login> ready = IntStream.range(0, logins).mapToObj(login -> login()).toList();
        List<Callable<long[]>> shares = IntStream.range(0, number).<Callable<long[]>>mapToObj(client -> () -> send(ready, client, number)).toList();
        long start = System.nanoTime();
        List<Future<long[]>> done = clients.invokeAll(shares);
        long time = System.nanoTime() - start;
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> share : done) {
            latencies.add(share.get());
        }
        if (measured) {
            turns.add(new Turn(time, latencies.stream().flatMapToLong(Arrays::stream).toArray()));
        }
    }

    private Login login() {
        List<MeasuredUser> users = right ? realm.rightUsers() : realm.wrongUsers();
        MeasuredUser user = users.get(next++ % users.size());
        return Login.of(realm.tokenEndpoint(), user.name(), right ? user.freshCode() : user.wrongCode(), right);
    }

    /** One client's share, one after the other. */
    private static long[] send(List<Login> ready, int client, int clients) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int index = client; index < ready.size(); index += clients) {
            times.add(ready.get(index).send());
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }
}
