package org.keycloak.handout.token;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Secrets;
import org.keycloak.handout.token.pskc.PskcKeys;

import picocli.CommandLine.Option;

/** The options that say how an encrypted PSKC file is decrypted. */
final class PskcOptions {

    @Option(names = "--pskc-key-file", paramLabel = "FILE",
            description = "File with the key that the maker sent, in hexadecimal or Base64, in its first line. KC_PSKC_KEY may have it, too.")
    private Path keyFile;

    @Option(names = "--pskc-password-file", paramLabel = "FILE",
            description = "File with the password that the maker sent, in its first line. Otherwise it comes from KC_PSKC_PASSWORD, or is asked for.")
    private Path passwordFile;

    @Option(names = "--no-mac", description = "Take encrypted seeds without a MAC. Nobody notices then if a seed was changed on its way.")
    private boolean noMac;

    PskcKeys keys() {
        return new PskcKeys(this::key, this::password, noMac);
    }

    private byte[] key(String name) {
        String key = keyFile != null ? Secrets.firstLine("--pskc-key-file", keyFile) : Secrets.environment("KC_PSKC_KEY");
        return key == null ? null : bytes(key.replaceAll("\\s", ""));
    }

    /** Sixteen bytes or more that are nothing but hexadecimal digits in Base64, by chance, don't come. */
    private byte[] bytes(String key) {
        try {
            return key.matches("([0-9A-Fa-f]{2})+") ? HexFormat.of().parseHex(key) : Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            throw new Refusal((keyFile != null ? "--pskc-key-file" : "KC_PSKC_KEY") + ": the key is neither hexadecimal nor Base64.");
        }
    }

    private char[] password(String name) {
        String password = passwordFile != null ? Secrets.firstLine("--pskc-password-file", passwordFile) : Secrets.environment("KC_PSKC_PASSWORD");
        return (password != null ? password
                : Secrets.ask("Password of the tokens" + (name == null ? "" : " (" + name + ")") + ": ", "Give --pskc-password-file, or set KC_PSKC_PASSWORD.")).toCharArray();
    }
}
