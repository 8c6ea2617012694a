/**
 * The files that a run makes of the lines that it got. Begin with {@link org.keycloak.handout.output.Output}.
 */
package org.keycloak.handout.output;
