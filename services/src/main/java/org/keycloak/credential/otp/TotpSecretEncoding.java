package org.keycloak.credential.otp;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.utils.Base32;

/**
 * How a secret to import is written. Base32 and hexadecimal are read as sites and makers of tokens print them: in upper or lower case, in
 * groups with spaces or hyphens between them.
 */
public enum TotpSecretEncoding {

    /** The bytes of the text in UTF-8 are the secret. */
    TEXT {
        @Override
        TotpSecret read(String field, String value) {
            return new TotpSecret(value, null);
        }
    },

    /** RFC 4648, section 6, with or without padding. Bits that are left over at the end are ignored. */
    BASE32 {
        @Override
        TotpSecret read(String field, String value) {
            String digits = digits(field, withoutPadding(value), "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "letters A to Z and digits 2 to 7");
            if (IMPOSSIBLE_REMAINDERS.contains(digits.length() % 8)) {
                throw new InvalidFieldException(field, "Base32 of whole bytes; a character is missing, or one is too many");
            }
            return TotpSecret.of(Base32.decode(digits));
        }
    },

    /** Two hexadecimal digits a byte: RFC 4648, section 8. */
    HEX {
        @Override
        TotpSecret read(String field, String value) {
            String digits = digits(field, value, "0123456789ABCDEF", "digits 0 to 9 and letters A to F");
            if (digits.length() % 2 != 0) {
                throw new InvalidFieldException(field, "an even number of hexadecimal digits");
            }
            return TotpSecret.of(HexFormat.of().parseHex(digits));
        }
    };

    /** Number of digits in the last group of eight that no whole number of bytes has. */
    private static final Set<Integer> IMPOSSIBLE_REMAINDERS = Set.of(1, 3, 6);

    static String[] names() {
        return Stream.of(values()).map(Enum::name).toArray(String[]::new);
    }

    /**
     * @param field name of the field that has the value, for messages
     * @return a secret of any length
     * @throws InvalidFieldException if the value isn't of this encoding
     */
    abstract TotpSecret read(String field, String value);

    private static String digits(String field, String value, String alphabet, String described) {
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (!isSeparator(character)) {
                char digit = upperCase(character);
                if (alphabet.indexOf(digit) < 0) {
                    throw new InvalidFieldException(field, described + "; character " + (i + 1) + " is another one");
                }
                digits.append(digit);
            }
        }
        return digits.toString();
    }

    /** Only of letters in ASCII: other letters, such as the dotless i, have capitals that are digits of Base32. */
    private static char upperCase(char character) {
        return character >= 'a' && character <= 'z' ? (char) (character - 'a' + 'A') : character;
    }

    /** Includes the no-break space, which people copy from web pages. */
    private static boolean isSeparator(char character) {
        return Character.isSpaceChar(character) || character == '-';
    }

    private static String withoutPadding(String value) {
        int end = value.length();
        while (end > 0 && (value.charAt(end - 1) == '=' || isSeparator(value.charAt(end - 1)))) {
            end--;
        }
        return value.substring(0, end);
    }
}
