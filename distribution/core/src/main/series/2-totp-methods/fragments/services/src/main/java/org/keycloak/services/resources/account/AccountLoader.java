package org.keycloak.services.resources.account;

import jakarta.ws.rs.Path;

import org.keycloak.common.enums.AccountRestApiVersion;

public class AccountLoader {

    // after: getVersionedAccountRestService

    @Path("totp/generate")
    public Object generateTotp() {
        Object service = getVersionedAccountRestService(AccountRestApiVersion.DEFAULT.getStrVersion());
        return service instanceof AccountRestService account ? account.generateTotp() : service;
    }

    @Path("totp/confirm")
    public Object confirmTotp() {
        Object service = getVersionedAccountRestService(AccountRestApiVersion.DEFAULT.getStrVersion());
        return service instanceof AccountRestService account ? account.confirmTotp() : service;
    }
}
