package org.keycloak.testsuite.performance.enrolment;

/**
 * One question that is answered on each database.
 */
interface Part {

    void run(EnrolmentServer server) throws Exception;
}
