package org.keycloak.testsuite.performance;

import java.util.stream.DoubleStream;

/**
 * Values in order.
 */
public final class Quantiles {

    private final double[] sorted;

    public Quantiles(DoubleStream values) {
        sorted = values.sorted().toArray();
    }

    public double at(double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))];
    }

    public double median() {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    public double least() {
        return at(0);
    }

    public double greatest() {
        return at(1);
    }
}
