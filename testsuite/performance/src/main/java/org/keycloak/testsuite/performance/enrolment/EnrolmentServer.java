package org.keycloak.testsuite.performance.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.performance.MeasuredServer;
import org.keycloak.testsuite.performance.ServerOptions;

/**
 * The server with the jar, on one of the databases, with the realms that were asked for so far.
 *
 * @param admin whose tokens are good for the whole run, so that no call that is measured gets one, and until this is closed
 */
record EnrolmentServer(MeasuredServer server, Database database, Optional<Postgres> postgres, Keycloak admin, Map<Integer, EnrolmentRealm> realms)
        implements AutoCloseable {

    private static final int WHOLE_RUN = 10 * 60 * 60;

    static EnrolmentServer start(Database database, EnrolmentOptions options) throws Exception {
        Optional<Postgres> postgres = database == Database.POSTGRES ? Optional.of(Postgres.start(options.postgres())) : Optional.empty();
        ServerOptions own = options.server().and(postgres.map(Postgres::options).orElse(List.of()));
        try {
            MeasuredServer server = MeasuredServer.start(options.home(), List.of(options.jar()), own);
            Keycloak admin = server.admin();
            setUpTokens(admin, options.lightweightToken());
            return new EnrolmentServer(server, database, postgres, admin, new TreeMap<>());
        } catch (Exception e) {
            if (postgres.isPresent()) {
                postgres.get().close();
            }
            throw e;
        }
    }

    private static void setUpTokens(Keycloak admin, boolean lightweight) {
        RealmRepresentation master = new RealmRepresentation();
        master.setAccessTokenLifespan(WHOLE_RUN);
        master.setSsoSessionIdleTimeout(WHOLE_RUN);
        master.setSsoSessionMaxLifespan(WHOLE_RUN);
        admin.realm("master").update(master);
        ClientsResource clients = admin.realm("master").clients();
        ClientRepresentation client = clients.findByClientId("admin-cli").get(0);
        client.getAttributes().put("client.use.lightweight.access.token.enabled", String.valueOf(lightweight));
        clients.get(client.getId()).update(client);
    }

    /** Each size is made once. */
    EnrolmentRealm realm(int users) throws Exception {
        if (!realms.containsKey(users)) {
            realms.put(users, EnrolmentRealm.create(server.url(), admin, users));
        }
        return realms.get(users);
    }

    @Override
    public void close() throws Exception {
        admin.close();
        server.close();
        server.process().waitFor();
        if (postgres.isPresent()) {
            postgres.get().close();
        }
    }
}
