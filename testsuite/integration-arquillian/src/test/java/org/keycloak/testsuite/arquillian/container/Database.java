package org.keycloak.testsuite.arquillian.container;

import java.util.List;

/**
 * The database of a server, which its nodes share. It lives as long as they do.
 */
interface Database {

    /** Of JDBC. */
    String url();

    /** What a node is started with to use it. */
    List<String> options();

    void stop();
}
