package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Our new files for Keycloak. The modules hold them as the last capability leaves them; each capability has its own form of those that it
 * brings, or that an earlier one brought.
 *
 * @param paths in this repository, as in Keycloak's
 */
record OwnFiles(SourceTree repository, List<String> paths, List<Capability> capabilities) {

    private static final List<String> SOURCES = List.of("core/src", "server-spi-private/src", "model/jpa/src", "services/src", "tests/base/src",
            "docs/documentation");
    /** Only what a capability lists is Keycloak's: the rest is for a stock client. */
    private static final String CLIENT = "integration/admin-client/src/main";
    private static final String SERVICE_FILES = "META-INF/services/";
    private static final String PICTURE = ".png";

    static OwnFiles in(SourceTree repository, List<Capability> capabilities) {
        Stream<String> client = repository.files(CLIENT).filter(path -> capabilities.stream().anyMatch(capability -> capability.brings(path)));
        List<String> paths = Stream.concat(SOURCES.stream().flatMap(repository::files), client).toList();
        capabilities.forEach(capability -> capability.check(paths));
        return new OwnFiles(repository, paths, capabilities);
    }

    Stream<Contribution> contributions(int capability) {
        return paths.stream().flatMap(path -> contribution(path, capability).stream());
    }

    private Optional<Contribution> contribution(String path, int capability) {
        if (path.contains(SERVICE_FILES)) {
            return Optional.of(new ServiceFile(path, registered(path, capability)));
        }
        if (path.endsWith(PICTURE)) {
            return repository.content(path).filter(content -> bringer(path) == capability).map(content -> new NewPicture(path, content));
        }
        Optional<String> before = capability == 0 ? Optional.empty() : form(path, capability - 1);
        List<String> later = IntStream.range(capability + 1, capabilities.size()).boxed().flatMap(latter -> form(path, latter).stream()).toList();
        return form(path, capability).filter(text -> !Optional.of(text).equals(before)).map(text -> new NewFile(path, before, text, later));
    }

    /** Empty where only a later capability brings the file. */
    private Optional<String> form(String path, int capability) {
        if (bringer(path) > capability) {
            return Optional.empty();
        }
        Capability leaving = capabilities.get(capability);
        List<Capability> later = capabilities.subList(capability + 1, capabilities.size());
        return Optional.of(leaving.earlier().read(path)
                .orElseGet(() -> withEarlierMembers(leaving, path, takenOut(later, path, repository.require(path)))));
    }

    private static String withEarlierMembers(Capability capability, String path, String text) {
        return capability.earlierMembers().read(path)
                .map(members -> new JavaFragment(path, members, new OtherFragments(List.of(JavaSource.of(path, text)), List.of())).merge(text))
                .orElse(text);
    }

    private static String takenOut(List<Capability> later, String path, String text) {
        String rest = text;
        for (Capability capability : later) {
            rest = capability.members().takenOut(path, rest);
        }
        return rest;
    }

    /** A line is of the capability that brings the class. */
    private String registered(String path, int capability) {
        return repository.require(path).lines().filter(line -> bringer(path, ServiceFile.provider(line)) <= capability).map(line -> line + "\n").collect(Collectors.joining());
    }

    private int bringer(String serviceFile, String provider) {
        String source = "/src/main/java/" + provider.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return bringer(paths.stream().filter(path -> path.endsWith(source)).findFirst().orElse(serviceFile));
    }

    private int bringer(String path) {
        return IntStream.range(0, capabilities.size()).filter(number -> capabilities.get(number).brings(path)).findFirst().orElse(0);
    }
}
