/**
 * Reads hardware tokens from files, and gives them to users. Begin with {@link org.keycloak.handout.token.ImportCommand}, which reads a
 * {@link org.keycloak.handout.token.TokenFile}, makes an {@code ImportPlan} of it without a server, sends that with {@code TokenImport}, and leaves a
 * {@code RejectedFile}. CSV files: {@code CsvTable} has the rows, {@code CsvLayout} recognises the columns, {@code CsvTokens} makes the tokens. PSKC files
 * have a package of their own.
 */
package org.keycloak.handout.token;
