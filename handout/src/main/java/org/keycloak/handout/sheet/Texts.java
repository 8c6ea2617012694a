package org.keycloak.handout.sheet;

import java.awt.ComponentOrientation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one language. */
final class Texts {

    static final List<String> STEPS = List.of("step.1", "step.2", "step.3", "step.4", "step.5", "step.6");

    static final Set<String> PLACEHOLDERS = Set.of("user", "name", "department", "device", "issuer", "organisation", "contact", "deadline", "algorithm", "digits",
            "period");
    private static final Set<String> PERSONAL = Set.of("user", "name", "department", "device");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final Locale locale;
    private final Map<String, String> texts;

    Texts(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /** Lines of a properties file. */
    List<String> asTemplate() {
        return texts.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(text -> text.getKey() + "=" + text.getValue().replace("\\", "\\\\")).toList();
    }

    /** The same texts, with the dates of a region. */
    Texts in(Locale region) {
        return new Texts(region, texts);
    }

    Locale locale() {
        return locale;
    }

    boolean rightToLeft() {
        return !ComponentOrientation.getOrientation(locale).isLeftToRight();
    }

    /** The first placeholder of a text that isn't one of ours; {@code null} if there is none. */
    static String unknownPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).filter(name -> !PLACEHOLDERS.contains(name)).findFirst().orElse(null);
    }

    boolean isPersonal(String key) {
        return PLACEHOLDER.matcher(texts.get(key)).results().anyMatch(found -> PERSONAL.contains(found.group(1)));
    }

    String fill(String key, Map<String, String> values) {
        Matcher placeholder = PLACEHOLDER.matcher(texts.get(key));
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            String value = values.get(placeholder.group(1));
            if (value == null) {
                return "";
            }
            // A value keeps its direction, whatever is around it.
            placeholder.appendReplacement(filled, Matcher.quoteReplacement("\u2068" + value + "\u2069"));
        }
        return placeholder.appendTail(filled).toString();
    }
}
