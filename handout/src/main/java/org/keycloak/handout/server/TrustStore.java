package org.keycloak.handout.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that are trusted in place of Java's own. */
final class TrustStore {

    private static final String PEM = "-----BEGIN";

    private TrustStore() {
    }

    /**
     * @param file certificates in PEM, or a key store that Java knows
     * @throws Refusal if the file can't be read, is neither, or has another password
     */
    static SSLContext context(Path file) {
        if (!Files.isReadable(file)) {
            throw new Refusal("--truststore: " + file + " can't be read.");
        }
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(isPem(file) ? ofCertificates(file) : KeyStore.getInstance(file.toFile(), password()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new Refusal("--truststore: " + file + " is no PEM, PKCS12 or JKS file that can be read with the password of KC_CLI_TRUSTSTORE_PASSWORD.");
        }
    }

    private static boolean isPem(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(PEM);
    }

    private static KeyStore ofCertificates(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry(Integer.toString(store.size()), certificate);
            }
        }
        return store;
    }

    private static char[] password() {
        String password = Secrets.environment("KC_CLI_TRUSTSTORE_PASSWORD");
        return password == null ? null : password.toCharArray();
    }
}
