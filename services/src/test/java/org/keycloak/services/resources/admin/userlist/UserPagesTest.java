package org.keycloak.services.resources.admin.userlist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.services.resources.admin.userlist.UserPages.Page;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UserPagesTest {

    private final List<Integer> read = new ArrayList<>();

    /** A storage leaves users out of a page, and the caller may view none of a page. */
    @Test
    void onlyAnEmptyPageIsTheLast() {
        assertEquals(List.of("a", "b", "c"), pages(List.of("a"), 1, List.of(), 2, List.of("b", "c"), 2, List.of(), 0, List.of("d"), 1).toList());
        assertEquals(List.of(0, 2, 4, 6), read);
    }

    @Test
    void pageIsReadWhenItIsItsTurn() {
        assertEquals(List.of("a", "b"), pages(List.of("a", "b"), 2, List.of("c"), 2).limit(2).toList());
        assertEquals(List.of(0), read);
    }

    /**
     * @param itemsAndSize items and size of each page
     */
    @SuppressWarnings("unchecked")
    private Stream<String> pages(Object... itemsAndSize) {
        return UserPages.all(first -> {
            read.add(first);
            return new Page<>(first, (int) itemsAndSize[first + 1], (List<String>) itemsAndSize[first]);
        }, 2);
    }
}
