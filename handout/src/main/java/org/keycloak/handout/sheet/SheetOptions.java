package org.keycloak.handout.sheet;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.server.Refusal;

import picocli.CommandLine.Option;

/** The options that say how sheets look. */
public final class SheetOptions {

    private static final int LOGO_BYTES = 2_000_000;

    @Option(names = "--paper", paramLabel = "A4|Letter", defaultValue = "A4", description = "Paper. Default: ${DEFAULT-VALUE}.")
    private Paper paper;

    @Option(names = "--per-page", paramLabel = "1|2|4|8", defaultValue = "1", description = "Sheets a page. More than one have cut marks. Default: ${DEFAULT-VALUE}.")
    private int perPage;

    @Option(names = "--fold", negatable = true, defaultValue = "true", fallbackValue = "true",
            description = "Whether a sheet that has a page of its own has lines to fold it along. The name is outside then, and the QR code and "
                    + "the key are inside. Default: ${DEFAULT-VALUE}.")
    private boolean fold;

    @Option(names = "--language", paramLabel = "TAG",
            description = "Language of the texts, if the user has no locale or one without texts: en, de, fr, es, or that of a template. Default: yours, or en.")
    private String language;

    @Option(names = "--time-zone", paramLabel = "ID", description = "Time zone of dates, such as Europe/Paris. Default: that of this machine.")
    private String timeZone;

    @Option(names = "--organisation", paramLabel = "NAME", description = "Name of the organisation. Default: the issuer of the key.")
    private String organisation;

    @Option(names = "--logo", paramLabel = "FILE", description = "Picture to print in place of the organisation's name, PNG or JPEG.")
    private Path logo;

    @Option(names = "--contact", paramLabel = "TEXT", description = "Whom to ask, such as 'the help desk, room 12'.")
    private String contact;

    @Option(names = "--template", paramLabel = "FILE",
            description = "Texts of your own: a properties file in UTF-8. With the key \"language\", they are for this language alone. Can be given several times.")
    private List<Path> templates = List.of();

    @Option(names = "--font", paramLabel = "FILE",
            description = "Font (TTF, OTF or TTC) for characters that the fonts of the program lack. Can be given several times.")
    private List<Path> fonts = List.of();

    /**
     * Reads the files that the options name.
     *
     * @throws Refusal if an option or a file isn't as it has to be
     */
    public SheetStyle style() {
        if (!List.of(1, 2, 4, 8).contains(perPage)) {
            throw refusal("--per-page: it has to be 1, 2, 4 or 8.");
        }
        List<Map<String, String>> read = new ArrayList<>();
        for (Path template : templates) {
            read.add(template(template));
        }
        Locale machine = Locale.getDefault();
        String tag = language != null ? language : Languages.OWN.contains(machine.getLanguage()) ? machine.toLanguageTag() : "en";
        SheetStyle style = new SheetStyle(paper, perPage, fold && perPage == 1, tag, zone(), organisation, logo == null ? null : logo(), contact,
                List.copyOf(read), fonts.stream().map(Path::toAbsolutePath).toList());
        try {
            // It tries the files.
            new SheetBook(style, null).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return style;
    }

    private String zone() {
        try {
            return timeZone == null ? ZoneId.systemDefault().getId() : ZoneId.of(timeZone).getId();
        } catch (DateTimeException e) {
            throw refusal("--time-zone: there is no time zone \"" + timeZone + "\". Names are like Europe/Paris.");
        }
    }

    private byte[] logo() {
        try {
            if (Files.size(logo) > LOGO_BYTES) {
                throw refusal("--logo: the file is larger than " + LOGO_BYTES / 1_000_000 + " MB.");
            }
            return Files.readAllBytes(logo);
        } catch (IOException e) {
            throw refusal("--logo: " + logo + " can't be read.");
        }
    }

    private static Map<String, String> template(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            Map<String, String> texts = Languages.read(in);
            Languages.check("--template: " + file, texts);
            return texts;
        } catch (CharacterCodingException e) {
            throw refusal("--template: " + file + " isn't in UTF-8.");
        } catch (IllegalArgumentException e) {
            throw refusal("--template: " + file + " isn't a properties file: a backslash begins no character.");
        } catch (IOException e) {
            throw refusal("--template: " + file + " can't be read.");
        }
    }

    static Refusal refusal(String message) {
        return new Refusal(ExitCode.USAGE, message);
    }
}
