package org.keycloak.credential;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in whole seconds as people write it: {@code 90}, {@code 90s} or {@code 2m}.
 */
final class Seconds {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})([sm]?)");

    private Seconds() {
    }

    /**
     * @throws NumberFormatException if the text is anything else; its message doesn't quote the text
     */
    static int parse(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw new NumberFormatException();
        }
        int number = Integer.parseInt(matcher.group(1));
        return "m".equals(matcher.group(2)) ? 60 * number : number;
    }
}
