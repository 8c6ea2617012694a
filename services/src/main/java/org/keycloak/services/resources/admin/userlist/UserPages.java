package org.keycloak.services.resources.admin.userlist;

import java.util.List;
import java.util.function.Function;
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

    /** Greatest number of users on a page. The database sorts all users for each page. */
    public static final int MAX_SIZE = 5_000;

    private final Caller caller;
    private final int size;

    /**
     * @param size number of users on the first page, 1 to {@link #MAX_SIZE}. Each page is twice as long as the one before: whoever needs only the
     *            beginning of a list has little read, and whoever needs all of it has few pages read
     */
    public UserPages(Caller caller, int size) {
        this.caller = caller;
        this.size = size;
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
        return all((first, max) -> page(list, reader, first, max), size);
    }

    private <T> Page<T> page(UserList list, Reader<T> reader, int first, int max) {
        return caller.run("Page of users", (own, permission) -> {
            List<UserModel> users = permission.list(() -> list.page(own, permission, first, max).toList());
            return Page.of(users, user -> permission.canView(user) && list.includes(user), shown -> reader.read(own, shown));
        });
    }

    /**
     * @param isEmpty whether Keycloak's page has nobody, not even users who are left out
     */
    record Page<T>(boolean isEmpty, List<T> items) {

        static <U, T> Page<T> of(List<U> users, Predicate<U> shown, Function<List<U>, List<T>> reader) {
            return new Page<>(users.isEmpty(), reader.apply(users.stream().filter(shown).toList()));
        }
    }

    /** Reads a page, which begins after a number of users, and has a number of them at most. */
    @FunctionalInterface
    interface PageReader<T> {

        Page<T> read(int first, int max);
    }

    /** Only an empty page is the last. */
    static <T> Stream<T> all(PageReader<T> pages, int size) {
        return Stream.iterate(new Span(0, size), Span::next).map(span -> pages.read(span.first(), span.max())).takeWhile(page -> !page.isEmpty()).flatMap(page -> page.items().stream());
    }

    private record Span(int first, int max) {

        Span next() {
            return new Span(first + max, Math.min(2 * max, MAX_SIZE));
        }
    }
}
