package org.keycloak.createtotp.patch;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least version that is needed of a library, as Keycloak's POM has it: a property of it, as the fragment's only line.
 */
record VersionFragment(String path, String text) implements Contribution {

    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+)>([^<]+)</\\1>");

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        Matcher needed = PROPERTY.matcher(text.strip());
        if (!needed.matches()) {
            throw new MergeException(path, "the fragment isn't a property");
        }
        String present = keycloak.require(path);
        Matcher property = Pattern.compile("(?<=<" + Pattern.quote(needed.group(1)) + ">)[^<]+").matcher(present);
        if (!property.find()) {
            throw new MergeException(path, "no property " + needed.group(1));
        }
        return isOlder(property.group(), needed.group(2)) ? Optional.of(new Change(path, present, property.replaceFirst(Matcher.quoteReplacement(needed.group(2))))) : Optional.empty();
    }

    private boolean isOlder(String present, String needed) {
        try {
            return Version.parse(present).compareTo(Version.parse(needed)) < 0;
        } catch (IllegalArgumentException e) {
            throw new MergeException(path, "a version that can't be compared with " + needed + ": " + present);
        }
    }
}
