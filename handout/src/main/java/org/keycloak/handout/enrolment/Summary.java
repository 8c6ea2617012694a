package org.keycloak.handout.enrolment;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Terminal;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the command prints when it ends: for a person, or as JSON for a script. */
final class Summary {

    private static final String SEPARATELY = "Hand the sheets and the passwords out separately. Delete the files when you have done so.";

    private static final int NAMED = 20;

    private final PrintWriter out;
    private final boolean json;

    Summary(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** @return the exit code of the command */
    int print(Counts counts) {
        return print(counts, List.of(), List.of());
    }

    /**
     * @param files that were made
     * @param warnings about users whose sheets aren't as they should be
     * @return the exit code of the command
     */
    int print(Counts counts, Collection<Path> files, Collection<String> warnings) {
        if (json) {
            out.println(json(counts, files, warnings));
        } else {
            text(counts, files, warnings);
        }
        out.flush();
        if (counts.failures().isEmpty() && warnings.isEmpty()) {
            return ExitCode.OK;
        }
        return Integer.valueOf(0).equals(counts.created()) ? ExitCode.FAILED : ExitCode.PARTLY;
    }

    private void text(Counts counts, Collection<Path> files, Collection<String> warnings) {
        if (counts.created() != null) {
            out.println("Users with a new TOTP: " + counts.created());
        } else {
            out.println("Users who would get a TOTP: " + counts.creatable());
        }
        out.println("Users who have one already: " + counts.exists());
        out.println("Users who " + (counts.created() != null ? "got none: " : "would get none: ") + counts.failures().size());
        counts.failures().entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue, LinkedHashMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach((message, users) -> out.println("  " + Terminal.line(message).replaceFirst("\\.$", "") + ": " + Terminal.line(some(users))));
        warnings.forEach(warning -> out.println(Terminal.line(warning)));
        files.forEach(file -> out.println("Made: " + file));
        if (!files.isEmpty()) {
            out.println(SEPARATELY);
        }
    }

    /** The first of many names, and how many more there are. */
    static String some(Collection<String> names) {
        return names.stream().limit(NAMED).collect(Collectors.joining(", ")) + (names.size() > NAMED ? ", and " + (names.size() - NAMED) + " more" : "");
    }

    private static String json(Counts counts, Collection<Path> files, Collection<String> warnings) {
        ObjectNode object = JsonSerialization.mapper.createObjectNode();
        object.put(counts.created() != null ? "created" : "creatable", counts.created() != null ? counts.created() : counts.creatable());
        object.put("exists", counts.exists()).put("failed", counts.failures().size());
        ArrayNode failures = object.putArray("failures");
        for (Map.Entry<String, String> failure : counts.failures().entrySet()) {
            failures.addObject().put("username", failure.getKey()).put("message", failure.getValue());
        }
        files.forEach(file -> object.withArray("files").add(file.toString()));
        warnings.forEach(warning -> object.withArray("warnings").add(warning));
        return object.toString();
    }
}
