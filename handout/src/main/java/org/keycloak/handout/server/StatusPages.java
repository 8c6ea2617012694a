package org.keycloak.handout.server;

import java.util.List;
import java.util.stream.Stream;

/** Lists of users and their TOTPs, page by page. A page is asked for when it is its turn, and one page at a time is in memory. */
public final class StatusPages {

    /** The server's limit. */
    private static final int SIZE = 10_000;

    /** Asks the server for a page. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * @param first number of users before the page
         * @param max number of users on the page
         */
        List<T> read(int first, int max);
    }

    private record Page<T>(int first, List<T> items) {

        static <T> Page<T> of(Reader<T> reader, int first) {
            return new Page<>(first, reader.read(first, SIZE));
        }
    }

    private StatusPages() {
    }

    /** Only an empty page is the last. */
    public static <T> Stream<T> read(Reader<T> reader) {
        return Stream.iterate(Page.of(reader, 0), page -> !page.items().isEmpty(), page -> Page.of(reader, page.first() + SIZE)).flatMap(page -> page.items().stream());
    }
}
