package org.keycloak.services.managers;

import org.keycloak.models.RealmModel;

public class RealmManager {

    // in place of: fireRealmPostCreate, which becomes: publishRealmPostCreate
    private void fireRealmPostCreate(RealmModel realm) {
        ManageOtpRoleSetup.add(session, realm, this::publishRealmPostCreate);
    }
}
