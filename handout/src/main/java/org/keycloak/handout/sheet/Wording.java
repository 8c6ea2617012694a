package org.keycloak.handout.sheet;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The texts of one sheet: the texts of its language, with the values of its user. */
final class Wording {

    /** What an app takes for granted when a key is typed in. */
    private static final Map<String, String> DEFAULTS = Map.of("algorithm", "SHA1", "digits", "6", "period", "30");

    private final Texts texts;
    private final Sheet sheet;
    private final Map<String, String> values = new HashMap<>();

    Wording(Texts texts, SheetStyle style, Sheet sheet) {
        this.texts = texts;
        this.sheet = sheet;
        values.putAll(parameters(sheet.keyUri()));
        values.put("user", sheet.username());
        values.put("name", sheet.name() == null ? sheet.username() : sheet.name());
        values.put("department", sheet.department());
        values.put("device", sheet.userLabel());
        values.put("issuer", sheet.issuer());
        values.put("organisation", style.organisation() == null ? sheet.issuer() : style.organisation());
        values.put("contact", style.contact());
        values.put("deadline", deadline(ZoneId.of(style.timeZone())));
    }

    Sheet sheet() {
        return sheet;
    }

    Locale locale() {
        return texts.locale();
    }

    boolean rightToLeft() {
        return texts.rightToLeft();
    }

    String value(String name) {
        return values.get(name);
    }

    /** Empty if the text is empty, or if it has a placeholder that has no value. */
    String text(String key) {
        return texts.fill(key, values);
    }

    /** Whether the text is the same for other users. */
    boolean shared(String key) {
        return !texts.isPersonal(key);
    }

    /** Whether the key works only with settings that an app doesn't take for granted. */
    boolean unusual() {
        return DEFAULTS.keySet().stream().anyMatch(name -> !values.get(name).equals(DEFAULTS.get(name)));
    }

    /** A date that isn't broken between lines, and whose time it is. */
    private String deadline(ZoneId zone) {
        if (sheet.deadline() == null) {
            return null;
        }
        String date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(texts.locale()).format(sheet.deadline().atZone(zone));
        return date.replace(' ', '\u00a0') + " (" + zone.getDisplayName(TextStyle.FULL, texts.locale()) + ")";
    }

    private static Map<String, String> parameters(String keyUri) {
        Map<String, String> parameters = new HashMap<>(DEFAULTS);
        String query = URI.create(keyUri).getRawQuery();
        parameters.putAll(Arrays.stream(query == null ? new String[0] : query.split("&")).map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2 && DEFAULTS.containsKey(parameter[0]))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1], (first, second) -> first)));
        return parameters;
    }
}
