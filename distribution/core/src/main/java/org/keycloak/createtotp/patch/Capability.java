package org.keycloak.createtotp.patch;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one patch of the series adds. Its directory holds, each where there is something to say,
 * <ul>
 * <li>{@code fragments/}: what it adds to files of Keycloak's;
 * <li>{@code files}: which of our new files it brings, a path or a glob a line. What nobody lists belongs to the first capability;
 * <li>{@code members}: what it adds to files of ours that an earlier one brought (see {@link MemberList});
 * <li>{@code earlier-members/}: members of our own files as this capability leaves them, where a later one changes them. They are written
 * as a fragment is;
 * <li>{@code earlier/}: whole files of ours as this capability leaves them, where a later one changes more than members.
 * </ul>
 *
 * @param name as its patch is called
 */
record Capability(String name, List<String> files, MemberList members, SourceTree earlierMembers, SourceTree earlier,
        SourceTree fragments) {

    private static final String COMMENT = "#";

    /**
     * @param directory its name is a number, for the order, and the capability's name
     */
    static Capability in(Path directory) {
        return new Capability(directory.getFileName().toString().replaceFirst("^\\d+-", ""),
                lines(directory, "files").map(String::strip).toList(), MemberList.of(lines(directory, "members")),
                new SourceTree(directory.resolve("earlier-members")), new SourceTree(directory.resolve("earlier")), new SourceTree(directory.resolve("fragments")));
    }

    boolean brings(String path) {
        return files.stream().anyMatch(glob -> matches(glob, path));
    }

    /**
     * @throws MergeException where an entry is about none of these files: it is out of date
     */
    void check(List<String> ours) {
        Optional<String> nothing = files.stream().filter(glob -> ours.stream().noneMatch(path -> matches(glob, path))).findFirst()
                .or(() -> Stream.of(members.paths(), earlierMembers.files(""), earlier.files("")).flatMap(paths -> paths).filter(path -> !ours.contains(path)).findFirst());
        nothing.ifPresent(entry -> {
            throw new MergeException(entry, "is said to be of " + name + ", but isn't among our files");
        });
    }

    private static boolean matches(String glob, String path) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(path));
    }

    private static Stream<String> lines(Path directory, String list) {
        return new SourceTree(directory).read(list).stream().flatMap(String::lines).filter(line -> !line.isBlank() && !line.startsWith(COMMENT));
    }
}
