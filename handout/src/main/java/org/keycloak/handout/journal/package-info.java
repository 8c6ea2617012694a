/**
 * What a run keeps on the disk so that it can be gone on with. Begin with {@link org.keycloak.handout.journal.Journal}.
 */
package org.keycloak.handout.journal;
