/**
 * Files of hardware tokens in the Portable Symmetric Key Container format (PSKC, RFC 6030). Begin with
 * {@link org.keycloak.handout.token.pskc.PskcReader}, and read of the encryption in {@code EncryptedValues}.
 */
package org.keycloak.handout.token.pskc;
