package org.keycloak.services.resources.admin.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The page's styles and scripts, as a theme has them.
 *
 * @param names the styles, the first script, and the scripts that it imports, directly or not
 * @param version changes with the content of any of them; 16 hexadecimal digits
 */
record DeskFiles(Set<String> names, String version) {

    private static final List<String> FIRST = List.of("desk.css", "group.css", "sheet.css", "main.js");
    private static final Pattern IMPORT = Pattern.compile("\\b(?:from|import)\\s*\"(\\.{1,2}/[\\w./-]+)\"");

    /** Where the files are. */
    @FunctionalInterface
    interface Source {

        /**
         * @return {@code null} if there is no such file
         */
        InputStream open(String name) throws IOException;
    }

    static DeskFiles in(Source source) throws IOException {
        MessageDigest digest = sha256();
        Set<String> names = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(FIRST);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (names.contains(name)) {
                continue;
            }
            try (InputStream content = source.open(name)) {
                if (content != null) {
                    names.add(name);
                    byte[] bytes = content.readAllBytes();
                    digest.update(bytes);
                    IMPORT.matcher(new String(bytes, StandardCharsets.UTF_8)).results().map(imported -> URI.create(name).resolve(imported.group(1)))
                            .forEach(imported -> open.add(imported.toString()));
                }
            }
        }
        return new DeskFiles(names, HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    List<String> styles() {
        return ending(".css");
    }

    List<String> scripts() {
        return ending(".js");
    }

    private List<String> ending(String end) {
        return names.stream().filter(name -> name.endsWith(end)).toList();
    }
}
