/**
 * Users get TOTPs, and the files to hand out are made. Begin with {@link org.keycloak.handout.enrolment.EnrolCommand}: an {@code Enrolment} keeps the
 * server's lines in a journal, and {@code HandedOut} makes the files of it. {@link org.keycloak.handout.enrolment.ResumeCommand} goes on with a journal.
 */
package org.keycloak.handout.enrolment;
