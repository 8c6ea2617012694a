package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.ArchiveAsset;
import org.jboss.shrinkwrap.api.asset.Asset;

/**
 * Tells whether two archives hold the same, whenever they were made.
 */
final class ArchiveFingerprint {

    private ArchiveFingerprint() {
    }

    static String of(Archive<?> archive) {
        MessageDigest digest = sha256();
        for (Map.Entry<ArchivePath, Node> entry : new TreeMap<>(archive.getContent()).entrySet()) {
            digest.update(entry.getKey().get().getBytes());
            Asset asset = entry.getValue().getAsset();
            if (asset instanceof ArchiveAsset inner) {
                digest.update(of(inner.getArchive()).getBytes()); // as a file it would include the time when it was made
            } else if (asset != null) {
                try (InputStream content = asset.openStream()) {
                    digest.update(content.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return archive.getName() + ":" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
