package org.keycloak.services.resources.admin.userlist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.services.resources.admin.userlist.UserPages.Page;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UserPagesTest {

    private final List<Integer> read = new ArrayList<>();

    /** A storage leaves users out of a page. */
    @Test
    void onlyAnEmptyPageIsTheLast() {
        assertEquals(List.of("a", "b", "c"), users(user -> true, List.of("a"), List.of("b", "c"), List.of(), List.of("d")).toList());
        assertEquals(List.of(0, 2, 4), read);
    }

    /** The caller may view none of its users, or none is a member of the group. */
    @Test
    void pageWithoutAUserWhoIsShownIsNotTheLast() {
        assertEquals(List.of("c"), users("c"::equals, List.of("a", "b"), List.of("c"), List.of()).toList());
    }

    @Test
    void pageIsReadWhenItIsItsTurn() {
        assertEquals(List.of("a", "b"), users(user -> true, List.of("a", "b"), List.of("c", "d")).limit(2).toList());
        assertEquals(List.of(0), read);
    }

    @SafeVarargs
    private Stream<String> users(Predicate<String> shown, List<String>... pages) {
        return UserPages.all(first -> {
            read.add(first);
            return Page.of(first, pages[first / 2], shown, users -> users);
        }, 2);
    }
}
