package org.keycloak.handout.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The texts of all languages: the program's own texts, and the texts of templates. */
final class Languages {

    /** The languages of the program. */
    static final List<String> OWN = List.of("en", "de", "fr", "es");
    /** The key of a template that says which language it is for. */
    static final String LANGUAGE = "language";

    private final Map<String, Texts> texts = new HashMap<>();
    private final Texts preferred;

    /**
     * @throws org.keycloak.handout.server.Refusal if a template has an unknown key or placeholder, lacks texts of a new language, or there is no language of this tag
     */
    Languages(List<Map<String, String>> templates, String language) {
        Set<String> tags = new TreeSet<>(OWN);
        templates.stream().filter(template -> template.containsKey(LANGUAGE)).forEach(template -> tags.add(tag(template.get(LANGUAGE))));
        Set<String> keys = own("en").keySet();
        for (String tag : tags) {
            Map<String, String> merged = OWN.contains(tag) ? own(tag) : new HashMap<>();
            templates.stream().filter(template -> !template.containsKey(LANGUAGE) || tag(template.get(LANGUAGE)).equals(tag)).forEach(merged::putAll);
            merged.remove(LANGUAGE);
            Set<String> missing = new TreeSet<>(keys);
            missing.removeAll(merged.keySet());
            if (!missing.isEmpty()) {
                throw SheetOptions.refusal("--template: the texts for the language \"" + tag + "\" lack " + String.join(", ", missing) + ".");
            }
            texts.put(tag, new Texts(Locale.forLanguageTag(tag), merged));
        }
        preferred = find(Locale.forLanguageTag(language));
        if (preferred == null) {
            throw SheetOptions.refusal("--language: there are no texts for \"" + language + "\". There are " + String.join(", ", tags)
                    + ". A --template can have the texts of another language.");
        }
    }

    /** Complains about the first entry that can't be used. */
    static void check(String name, Map<String, String> template) {
        Set<String> keys = own("en").keySet();
        template.forEach((key, text) -> {
            if (!key.equals(LANGUAGE) && !keys.contains(key)) {
                throw SheetOptions.refusal(name + ": there is no text \"" + key + "\". The keys are " + String.join(", ", new TreeSet<>(keys)) + ".");
            }
            String unknown = Texts.unknownPlaceholder(text);
            if (unknown != null) {
                throw SheetOptions.refusal(name + ": " + key + " has the unknown placeholder {" + unknown + "}. There are "
                        + Texts.PLACEHOLDERS.stream().sorted().map(placeholder -> "{" + placeholder + "}").collect(Collectors.joining(", ")) + ".");
            }
        });
    }

    /**
     * @param locale the user's; {@code null} if it isn't known
     */
    Texts of(Locale locale) {
        Texts found = locale == null ? null : find(locale);
        return found == null ? preferred : found;
    }

    /** A region has the texts of its language, if it has none itself. */
    private Texts find(Locale locale) {
        String tag = Locale.lookupTag(List.of(new Locale.LanguageRange(tag(locale.toLanguageTag()))), texts.keySet());
        return tag == null ? null : texts.get(tag).in(locale);
    }

    /** The tag as Java writes it. */
    private static String tag(String tag) {
        return Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
    }

    static Map<String, String> own(String tag) {
        try (InputStream in = Languages.class.getResourceAsStream("texts_" + tag + ".properties")) {
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> read(Reader in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        return new HashMap<>(properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty)));
    }
}
