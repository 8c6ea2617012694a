package org.keycloak.handout.token.pskc;

import java.util.function.Supplier;

/** Gets the key of a container: the person's pre-shared key, or one that is derived from the person's password. */
final class EncryptionKey {

    private EncryptionKey() {
    }

    /**
     * @param element {@code EncryptionKey}; {@code null} if the container has none
     * @return asks the person when it is called
     * @throws UnusableFile if the key is of another kind
     */
    static Supplier<byte[]> of(XmlElement element, PskcKeys keys) {
        if (element != null && element.child("DerivedKey").isPresent()) {
            return derived(element.child("DerivedKey").get(), keys);
        }
        if (element != null && element.child("KeyName").isEmpty()) {
            throw new UnusableFile("The secrets are encrypted for a certificate or with another kind of key, which is not supported."
                    + " Ask the maker for a file with a pre-shared key or a password.");
        }
        return preSharedKey(element == null ? null : element.text("KeyName").orElse(null), keys);
    }

    private static Supplier<byte[]> preSharedKey(String name, PskcKeys keys) {
        return () -> {
            byte[] key = keys.preSharedKey().apply(name);
            if (key == null) {
                throw new UnusableFile("The secrets are encrypted with the pre-shared key" + quoted(name)
                        + ". Name the file that has it in --pskc-key-file, or set KC_PSKC_KEY.");
            }
            return key;
        };
    }

    private static Supplier<byte[]> derived(XmlElement derivedKey, PskcKeys keys) {
        KeyDerivation derivation = KeyDerivation.of(derivedKey.child("KeyDerivationMethod")
                .orElseThrow(() -> new UnusableFile("DerivedKey has no KeyDerivationMethod, so that the key can't be derived.")));
        String name = derivedKey.text("MasterKeyName").orElse(null);
        return () -> {
            char[] password = keys.password().apply(name);
            if (password == null || password.length == 0) {
                throw new UnusableFile("The secrets are encrypted with the password" + quoted(name)
                        + ". Name the file that has it in --pskc-password-file, or set KC_PSKC_PASSWORD.");
            }
            return derivation.derive(password);
        };
    }

    private static String quoted(String name) {
        return name == null ? "" : " \"" + name + "\"";
    }
}
