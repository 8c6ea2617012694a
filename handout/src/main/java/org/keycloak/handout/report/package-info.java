/** Who has used the TOTP, and who hasn't: {@code status}, {@code remind}, {@code verify}, {@code revoke}. Begin with {@link org.keycloak.handout.report.StatusCommand}. */
package org.keycloak.handout.report;
