package org.keycloak.credential.otp.method;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in whole seconds as people write it: {@code 90}, {@code 90s}, {@code 2m}.
 */
public final class Seconds {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})([sm]?)");

    private Seconds() {
    }

    /**
     * @throws NumberFormatException where it is anything else
     */
    public static int parse(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw new NumberFormatException();
        }
        int number = Integer.parseInt(matcher.group(1));
        return "m".equals(matcher.group(2)) ? 60 * number : number;
    }
}
