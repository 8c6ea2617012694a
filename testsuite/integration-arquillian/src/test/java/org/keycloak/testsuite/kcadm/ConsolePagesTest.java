package org.keycloak.testsuite.kcadm;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * The book is read from the beginning to the end.
 */
class ConsolePagesTest extends AbstractConsolePagesTest {

    @Test
    void pagesWorkInTheOrderOfTheBook() throws IOException, InterruptedException {
        assertFalse(pages().isEmpty());
        assertWork(pages());
    }
}
