package org.keycloak.testsuite.performance;

/**
 * What a turn took.
 *
 * @param time in nanoseconds, of all logins
 * @param latencies in nanoseconds, of each login
 */
record Turn(long time, long[] latencies) {

    double throughput() {
        return latencies.length * 1e9 / time;
    }
}
