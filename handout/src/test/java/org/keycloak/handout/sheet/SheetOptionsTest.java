package org.keycloak.handout.sheet;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.server.Refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SheetOptionsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "de", "fr", "es" })
    void languagesHaveTheSameTextsAndPlaceholders(String language) {
        assertEquals(placeholders(Languages.own("en")), placeholders(Languages.own(language)));
    }

    @Test
    void styleIsTheSameAfterJson() throws IOException {
        Path template = file("title=Codes\n");
        SheetStyle style = Sheets.style("--logo", picture().toString(), "--template", template.toString(), "--paper=Letter", "--per-page=4", "--contact=Ä");
        ObjectMapper json = new ObjectMapper();
        String written = json.writeValueAsString(style);
        assertEquals(written, json.writeValueAsString(json.readValue(written, SheetStyle.class)));
        assertEquals(Paper.LETTER, json.readValue(written, SheetStyle.class).paper());
    }

    @Test
    void templateTakesThePlaceOfTextsInEachLanguageOrInOne() throws IOException {
        Path all = file("title=Codes von {organisation} für {name}\n");
        Path french = file("language=fr\nsteps=Mode d’emploi\n");
        SheetStyle style = Sheets.style("--template", all.toString(), "--template", french.toString(), "--organisation=Demo AG");
        String text = Sheets.text(style, Sheets.alice());
        assertTrue(text.contains("Codes von Demo AG für Alice"));
        assertTrue(text.contains("What to do"));
    }

    @Test
    void logoTakesThePlaceOfTheName() throws IOException {
        SheetStyle style = Sheets.style("--logo", picture().toString(), "--organisation=Demo AG");
        assertFalse(Sheets.text(style, Sheets.alice()).contains("Demo AG"));
    }

    @Test
    void templateHasANewLanguageFromRightToLeft() throws IOException {
        String texts = Languages.own("en").entrySet().stream().map(text -> text.getKey() + "=" + text.getValue() + "\n").collect(Collectors.joining());
        SheetStyle style = Sheets.style("--template", file("language=he\n" + texts).toString(), "--language=he-IL");
        assertTrue(new Languages(style.templates(), style.language()).of(null).rightToLeft());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            titel=A             | there is no text "titel". The keys are contact, deadline,
            title={secret}      | title has the unknown placeholder {secret}. There are {algorithm}, {contact},
            language=nl\\ntitle=A | the texts for the language "nl" lack contact, deadline,
            title=\\\\u00g0     | isn't a properties file
            """)
    void templateThatIsWrongIsExplained(String texts, String message) throws IOException {
        Path template = file(texts.replace("\\n", "\n").replace("\\\\", "\\"));
        assertRefused(message, "--template", template.toString());
    }

    @Test
    void filesOfAnotherKindAreExplained() throws IOException {
        Path text = file("no picture");
        assertRefused("--logo: the file isn't a picture in PNG or JPEG.", "--logo", text.toString());
        assertRefused("can't be read as a font", "--font", text.toString());
        assertRefused("--logo: " + directory.resolve("none") + " can't be read.", "--logo", directory.resolve("none").toString());
        Path latin = Files.write(directory.resolve("latin"), "title=für".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("isn't in UTF-8", "--template", latin.toString());
    }

    @Test
    void valuesThatAreNotAllowedAreExplained() {
        assertRefused("--per-page: it has to be 1, 2, 4 or 8.", "--per-page=3");
        assertRefused("--language: there are no texts for \"xx\". There are de, en, es, fr.", "--language=xx");
        assertRefused("--time-zone: there is no time zone \"Mars\".", "--time-zone=Mars");
    }

    private static void assertRefused(String message, String... options) {
        Refusal refusal = assertThrows(Refusal.class, () -> Sheets.style(options));
        assertEquals(ExitCode.USAGE, refusal.exitCode());
        assertTrue(refusal.getMessage().contains(message), refusal::getMessage);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "file", ""), content);
    }

    private Path picture() throws IOException {
        Path file = directory.resolve("logo.png");
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
        return file;
    }

    private static Map<String, Set<String>> placeholders(Map<String, String> texts) {
        return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, text -> Pattern.compile("\\{\\w+}").matcher(text.getValue()).results()
                .map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new))));
    }
}
