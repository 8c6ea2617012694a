package org.keycloak.handout.token.pskc;

import java.util.function.Function;

/**
 * What a file's secrets are decrypted with. A function is called once at most, and only if the file needs what it gives. Its argument is the name
 * that the file has for the key or the password, and {@code null} if it has none. It replies {@code null} if the person gave nothing.
 *
 * @param preSharedKey the key that the maker of the tokens sent: 16, 24 or 32 bytes
 * @param password the password that the key is derived from
 * @param noMac whether encrypted values may lack a MAC. A MAC that is there and wrong is refused anyway.
 */
public record PskcKeys(Function<String, byte[]> preSharedKey, Function<String, char[]> password, boolean noMac) {
}
