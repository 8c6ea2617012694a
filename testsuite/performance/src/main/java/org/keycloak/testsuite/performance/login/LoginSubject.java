package org.keycloak.testsuite.performance.login;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.keycloak.testsuite.performance.Clients;
import org.keycloak.testsuite.performance.Measured;
import org.keycloak.testsuite.performance.Turn;

/**
 * What is measured beside others: logins of one realm with right codes, or with wrong ones.
 */
final class LoginSubject {

    private final LoginRealm realm;
    private final boolean right;
    private final Measured measured;
    private int next;

    /**
     * @param right whether the codes are
     */
    LoginSubject(String name, LoginRealm realm, boolean right) {
        this.realm = realm;
        this.right = right;
        this.measured = new Measured(name, new ArrayList<>());
    }

    Measured measured() {
        return measured;
    }

    /** The codes are made before the clock runs. */
    void takeTurn(Clients clients, int logins, boolean counts) throws Exception {
        List<Login> ready = IntStream.range(0, logins).mapToObj(login -> login()).toList();
        Turn turn = clients.send(ready);
        if (counts) {
            measured.turns().add(turn);
        }
    }

    private Login login() {
        List<LoginUser> users = right ? realm.rightUsers() : realm.wrongUsers();
        LoginUser user = users.get(next++ % users.size());
        return Login.of(realm.tokenEndpoint(), user.name(), right ? user.freshCode() : user.wrongCode(), right);
    }
}
