package org.keycloak.handout.token.pskc;

import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The text of {@code UserId}: a distinguished name (RFC 4514), or, as some makers write it, the username alone. */
final class UserId {

    private static final String UID = "UID";

    private UserId() {
    }

    /**
     * @return the username; empty if the text is a distinguished name without a UID, such as an organisation's
     */
    static Optional<String> username(String text) {
        if (!text.contains("=")) {
            return Optional.of(text);
        }
        try {
            return new LdapName(text).getRdns().stream().filter(rdn -> UID.equalsIgnoreCase(rdn.getType())).map(Rdn::getValue).map(String::valueOf)
                    .findFirst();
        } catch (InvalidNameException e) {
            throw new IllegalArgumentException("UserId is neither a username nor a distinguished name such as UID=jsmith,DC=example,DC=com");
        }
    }
}
