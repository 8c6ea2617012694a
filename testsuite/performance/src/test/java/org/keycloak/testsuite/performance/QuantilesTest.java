package org.keycloak.testsuite.performance;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class QuantilesTest {

    @Test
    void medianIsInTheMiddle() {
        assertEquals(2, new Quantiles(DoubleStream.of(3, 1, 2)).median());
        assertEquals(2.5, new Quantiles(DoubleStream.of(4, 1, 3, 2)).median());
        assertEquals(7, new Quantiles(DoubleStream.of(7)).median());
    }

    @Test
    void quantilesAreValuesThatWereThere() {
        Quantiles quantiles = new Quantiles(DoubleStream.iterate(1, value -> value + 1).limit(100));

        assertEquals(1, quantiles.least());
        assertEquals(100, quantiles.at(0.99));
        assertEquals(100, quantiles.greatest());
    }
}
