package org.keycloak.services.resources.admin.userlist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.services.resources.admin.userlist.UserPages.Page;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UserPagesTest {

    private final List<String> read = new ArrayList<>();

    /** A storage leaves users out of a page. */
    @Test
    void onlyAnEmptyPageIsTheLast() {
        assertEquals(List.of("a", "b", "c"), users(user -> true, List.of("a"), List.of("b", "c"), List.of(), List.of("d")).toList());
        assertEquals(List.of("0+2", "2+4", "6+8"), read);
    }

    /** The caller may view none of its users, or none is a member of the group. */
    @Test
    void pageWithoutAUserWhoIsShownIsNotTheLast() {
        assertEquals(List.of("c"), users("c"::equals, List.of("a", "b"), List.of("c"), List.of()).toList());
    }

    @Test
    void pageIsReadWhenItIsItsTurn() {
        assertEquals(List.of("a", "b"), users(user -> true, List.of("a", "b"), List.of("c", "d")).limit(2).toList());
        assertEquals(List.of("0+2"), read);
    }

    @Test
    void pagesGrowUpToAGreatestSize() {
        List<String> spans = new ArrayList<>();
        UserPages.all((first, max) -> {
            spans.add(first + "+" + max);
            return Page.of(spans.size() < 5 ? List.of("a") : List.<String>of(), user -> true, users -> users);
        }, 1500).toList();

        assertEquals(List.of("0+1500", "1500+3000", "4500+5000", "9500+5000", "14500+5000"), spans);
    }

    @SafeVarargs
    private Stream<String> users(Predicate<String> shown, List<String>... pages) {
        return UserPages.all((first, max) -> {
            read.add(first + "+" + max);
            return Page.of(pages[read.size() - 1], shown, users -> users);
        }, 2);
    }
}
