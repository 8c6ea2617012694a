package org.keycloak.handout.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.server.Refusal;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how sheets will look, without a server. */
@Command(name = "preview", mixinStandardHelpOptions = true, abbreviateSynopsis = true, sortOptions = false,
        description = "Makes a page of example sheets, to see how they look, or a file of their texts, to change them.")
public final class Preview implements Callable<Integer> {

    /** The secret of RFC 6238, appendix B. */
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Mixin
    private SheetOptions options;

    @ArgGroup(multiplicity = "1")
    private Output output;

    private static final class Output {

        @Option(names = "--pdf", required = true, paramLabel = "FILE", description = "Where the page goes. A file that is there is replaced.")
        private Path pdf;

        @Option(names = "--texts", required = true, paramLabel = "FILE", description = "Where the texts of the language go, to make a --template of them.")
        private Path texts;
    }

    @Override
    public Integer call() throws IOException {
        SheetStyle style = options.style();
        try {
            if (output.texts != null) {
                Files.write(output.texts, new Languages(style.templates(), style.language()).of(null).asTemplate());
            } else {
                write(style);
            }
        } catch (FileSystemException e) {
            throw new Refusal(e.getFile() + " can't be written.");
        }
        return ExitCode.OK;
    }

    private void write(SheetStyle style) throws IOException {
        String issuer = style.organisation() == null ? "Example" : style.organisation();
        Sheet sheet = new Sheet("alice", "Alice", "Department", null, issuer, null, "otpauth://totp/alice?secret=" + KEY, KEY,
                Instant.now().plus(7, ChronoUnit.DAYS));
        try (SheetBook book = new SheetBook(style, null); OutputStream out = Files.newOutputStream(output.pdf)) {
            for (int i = 0; i < style.perPage(); i++) {
                book.add(sheet);
            }
            book.writeTo(out);
        }
    }
}
