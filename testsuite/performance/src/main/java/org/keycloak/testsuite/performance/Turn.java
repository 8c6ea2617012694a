package org.keycloak.testsuite.performance;

/**
 * What a turn took.
 *
 * @param time in nanoseconds, of all calls
 * @param latencies in nanoseconds, of each call
 */
public record Turn(long time, long[] latencies) {

    public double throughput() {
        return latencies.length * 1e9 / time;
    }
}
