package org.keycloak.services.resources.admin.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.services.resources.admin.RealmLocales;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The texts of the page, and the scripts that show them. */
class DeskMessagesTest {

    private static final String PREFIX = "totpDesk.";
    private static final Path ENGLISH = PageSources.ROOT.resolve("messages/messages_en.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    /** A string with a dot in it, except a file's name, is a key; and so is each string that is asked for. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]\\w*(?:\\.[\\w-]+)+)\"(?!\\w)|(?:\\.t|\\.text)\\(\"([\\w.-]+)\"");
    private static final Pattern MADE_KEY = Pattern.compile("`((?!totpDesk)[a-z]\\w*\\.\\$\\{[^`]+)`");
    private static final Pattern TEXT = Pattern.compile("(?<!=)>[^<>$`{}=;]*\\p{L}{2,}[^<>$`{}=;]*<|\\b(?:aria-label|title|placeholder|alt)=\"\\p{L}");

    static List<Path> messages() {
        return PageSources.messages();
    }

    static List<Path> scripts() {
        return PageSources.scripts();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void eachLanguageHasTheSameTextsWithTheSamePlaceholders(Path file) throws IOException {
        Properties english = PageSources.properties(ENGLISH);
        Properties texts = PageSources.properties(file);

        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(texts.stringPropertyNames()));
        for (String key : texts.stringPropertyNames()) {
            assertEquals(placeholders(english.getProperty(key)), placeholders(texts.getProperty(key)), key);
            assertFalse(texts.getProperty(key).isBlank(), key);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theLanguageIsOneThatStrangersMayAskFor(Path file) {
        String tag = file.getFileName().toString().replaceAll("messages_|\\.properties", "");

        assertEquals(tag, RealmLocales.OWN.stream().map(Locale::toLanguageTag).filter(tag::equals).findFirst().orElse(null));
    }

    @Test
    void eachTextIsShownAndEachShownTextIsThere() throws IOException {
        Set<String> texts = PageSources.properties(ENGLISH).stringPropertyNames();
        Set<String> shown = new TreeSet<>(shown("\\$\\{texts\\[\"([\\w.]+)\"]}", PageSources.ROOT.resolve("templates/totp-desk.ftl")));
        scripts().forEach(script -> shown.addAll(keys(script)));
        for (Pattern made : scripts().stream().flatMap(DeskMessagesTest::madeKeys).toList()) {
            Set<String> found = texts.stream().filter(made.asMatchPredicate()).collect(Collectors.toSet());
            assertFalse(found.isEmpty(), made.pattern());
            shown.addAll(found);
        }

        assertEquals(new TreeSet<>(texts), shown);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void noTextIsInAScript(Path script) {
        assertEquals(List.of(), TEXT.matcher(PageSources.read(script)).results().map(MatchResult::group).toList());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shown(String pattern, Path file) {
        return Pattern.compile(pattern).matcher(PageSources.read(file)).results().map(key -> key.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> keys(Path script) {
        return KEY.matcher(PageSources.read(script)).results().map(key -> key.group(1) == null ? key.group(2) : key.group(1))
                .filter(key -> !key.endsWith(".js")).map(key -> PREFIX + key).collect(Collectors.toSet());
    }

    /** Keys with something in them that the script fills in. */
    private static Stream<Pattern> madeKeys(Path script) {
        return MADE_KEY.matcher(PageSources.read(script)).results()
                .map(key -> Pattern.compile(Pattern.quote(PREFIX + key.group(1)).replaceAll("\\$\\{[^}]*}", "\\\\E[\\\\w-]+\\\\Q")));
    }
}
