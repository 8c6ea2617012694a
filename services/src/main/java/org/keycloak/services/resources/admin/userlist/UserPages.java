package org.keycloak.services.resources.admin.userlist;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Reads lists of users page by page, each page in a session of its own: a session keeps whomever it has read in memory. The right to view is
 * asked for each user: Keycloak's lists leave out whom the caller may not view, but not for every caller. Whoever may view all users is shown
 * all. A user who is removed between two
 * pages moves the next users by one, so the list may miss a user.
 */
public final class UserPages {

    /** Number of users on a page. The database sorts all users for each page. */
    public static final int SIZE = 5_000;

    private final Caller caller;

    public UserPages(Caller caller) {
        this.caller = caller;
    }

    /** Takes what is needed from the users of a page. They must not be used later. */
    @FunctionalInterface
    public interface Reader<T> {

        List<T> read(KeycloakSession session, List<UserModel> users);
    }

    /**
     * @return what the reader takes from the users whom the caller may view, in the order of the list. A page is read when it is its turn
     */
    public <T> Stream<T> read(UserList list, Reader<T> reader) {
        return all(first -> page(list, reader, first), SIZE);
    }

    private <T> Page<T> page(UserList list, Reader<T> reader, int first) {
        return caller.run("Page of users", (own, permission) -> {
            List<UserModel> users = permission.list(() -> list.page(own, permission, first, SIZE).toList());
            return Page.of(first, users, user -> permission.canView(user) && list.includes(user), shown -> reader.read(own, shown));
        });
    }

    /**
     * @param first number of users before the page
     * @param size number of users on Keycloak's page, with those who are left out
     */
    record Page<T>(int first, int size, List<T> items) {

        static <U, T> Page<T> of(int first, List<U> users, Predicate<U> shown, Function<List<U>, List<T>> reader) {
            return new Page<>(first, users.size(), reader.apply(users.stream().filter(shown).toList()));
        }
    }

    /** Only an empty page is the last. */
    static <T> Stream<T> all(IntFunction<Page<T>> pages, int size) {
        return Stream.iterate(pages.apply(0), page -> page.size() > 0, page -> pages.apply(page.first() + size)).flatMap(page -> page.items().stream());
    }
}
