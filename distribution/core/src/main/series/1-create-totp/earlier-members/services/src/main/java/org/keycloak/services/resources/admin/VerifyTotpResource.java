package org.keycloak.services.resources.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.VerifyTotpRepresentation;

public class VerifyTotpResource {

    private VerifyTotpRepresentation verified(String code, TotpSelection selection) {
        UserCredentials credentials = new UserCredentials(session, session.getContext().getRealm(), user);
        List<CredentialModel> totps = totps();
        boolean storage = UserCredentials.supports(user) && credentials.storageHas(OTPCredentialModel.TYPE);
        if (totps.isEmpty() && !storage) {
            throw new ModelValidationException("User has no totp.");
        }
        Stream<String> stored = totps.stream().filter(selection).map(CredentialModel::getId);
        List<String> asked = Stream.concat(stored, storage && selection.isAll() ? Stream.of("") : Stream.empty()).toList();
        Optional<String> accepting = asked.stream().filter(totp -> isTrueOf(totp, () -> credentials.accept(OTPCredentialModel.TYPE, totp, code))).findFirst();
        VerifyTotpRepresentation reply = new VerifyTotpRepresentation();
        reply.setValid(accepting.isPresent());
        reply.setId(accepting.filter(totp -> !totp.isEmpty()).orElse(null));
        reply.setReason(accepting.isPresent() ? null : "invalid");
        report(selection.isAll() || asked.size() != 1 ? reply.getId() : asked.get(0), reply);
        return reply;
    }
}
