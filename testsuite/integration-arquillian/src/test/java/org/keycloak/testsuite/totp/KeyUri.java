package org.keycloak.testsuite.totp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An {@code otpauth:} URI, read as the Key URI format has it.
 *
 * @param label decoded: account, or issuer and account with a colon between them
 * @param parameters decoded, by name
 */
public record KeyUri(String type, String label, Map<String, String> parameters) {

    public static KeyUri parse(String text) {
        URI uri = URI.create(text);
        if (!"otpauth".equals(uri.getScheme())) {
            throw new IllegalArgumentException("not an otpauth: URI");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : uri.getRawQuery().split("&")) {
            int equals = parameter.indexOf('=');
            if (parameters.put(decode(parameter.substring(0, equals)), decode(parameter.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("two parameters of one name");
            }
        }
        return new KeyUri(uri.getAuthority(), decode(uri.getRawPath().substring(1)), parameters);
    }

    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return value;
    }

    /** Decodes percent signs only: to an authenticator app a plus is a plus. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
