package org.keycloak.createtotp.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Members of our own files that a capability adds, by path:
 *
 * <pre>
 * core/src/main/java/demo/Greeting.java
 *     language
 *     getLanguage
 *     setLanguage(String)
 * </pre>
 *
 * A name is that of all overloads, a signature that of one.
 */
record MemberList(Map<String, List<String>> members) {

    static MemberList of(Stream<String> lines) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        List<String> below = new ArrayList<>();
        for (String line : lines.toList()) {
            if (line.equals(line.stripLeading())) {
                below = members.computeIfAbsent(line.strip(), path -> new ArrayList<>());
            } else {
                below.add(line.strip());
            }
        }
        return new MemberList(members);
    }

    Stream<String> paths() {
        return members.keySet().stream();
    }

    /**
     * @return a file of ours as it was before
     * @throws MergeException where it has no such member
     */
    String takenOut(String path, String text) {
        if (!members.containsKey(path)) {
            return text;
        }
        JavaSource rest = JavaSource.of(path, text);
        for (String member : members.get(path)) {
            rest = takenOut(rest, member);
        }
        return Imports.withoutUnused(rest.unit().getImports(), rest).text();
    }

    private static JavaSource takenOut(JavaSource source, String name) {
        Optional<Member> member = find(source, name);
        if (member.isEmpty()) {
            throw new MergeException(source.path(), "no member " + name + " to take out");
        }
        JavaSource rest = source;
        while (member.isPresent()) {
            rest = rest.without(member.get().declaration());
            member = find(rest, name);
        }
        return rest;
    }

    private static Optional<Member> find(JavaSource source, String name) {
        return source.unit().getTypes().stream().flatMap(type -> Member.of(type).stream()).filter(member -> member.isCalled(name)).findFirst();
    }
}
