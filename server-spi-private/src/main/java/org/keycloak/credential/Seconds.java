package org.keycloak.credential;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in whole seconds as people write it: {@code 90}, {@code 90s}, {@code 2m}, {@code 12h} or {@code 14d}.
 */
final class Seconds {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,8})([smhd]?)");
    private static final Map<String, Integer> UNITS = Map.of("", 1, "s", 1, "m", 60, "h", 60 * 60, "d", 24 * 60 * 60);

    private Seconds() {
    }

    /**
     * @throws NumberFormatException if the text is anything else, or more than an integer holds; its message doesn't quote the text
     */
    static int parse(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw new NumberFormatException();
        }
        long seconds = Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2));
        if (seconds > Integer.MAX_VALUE) {
            throw new NumberFormatException();
        }
        return (int) seconds;
    }
}
