package org.keycloak.testsuite.arquillian.container;

import java.util.List;

/**
 * The database of a server, which its nodes share. It lives as long as they do.
 */
interface Database {

    /** The URL for JDBC. */
    String url();

    /** The options of a node that uses this database. */
    List<String> options();

    void stop();
}
