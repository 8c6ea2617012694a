package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Methods of Keycloak's own, in its published sources. */
class TakenPlaceInKeycloakTest {

    private static final SourceTree PUBLISHED = new SourceTree(Path.of(System.getProperty("published.sources")));
    private static final Server SERVER = new Server(Path.of(System.getProperty("patched.server")), Path.of(System.getProperty("compile-only")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "credential/OTPCredentialProvider|public boolean isValid|RealmModel realm, UserModel user, CredentialInput input|realm, user, input|'    @Override\n'",
        "authentication/requiredactions/UpdateTotp|protected boolean validateOTPCredential|RequiredActionContext setup, String code, OTPCredentialModel totp, OTPPolicy rules|setup, code, totp, rules|''",
        "forms/login/freemarker/FreeMarkerLoginFormsProvider|protected Response createResponse|LoginFormsPages which|which|''"
    })
    void onlyTheDeclarationChanges(String type, String declaration, String parameters, String arguments, String override) throws IOException {
        String path = "services/src/main/java/org/keycloak/" + type + ".java";
        String name = declaration.substring(declaration.lastIndexOf(' ') + 1);
        String ours = override + "    " + declaration + "(" + parameters + ") {\n        return moved(" + arguments + ");\n    }\n";
        Contribution fragment = Sources.fragment(path, "class " + type.replaceFirst(".*/", "") + " {\n    // in place of: " + name + ", which becomes: moved\n" + ours + "}\n");

        Change change = fragment.changeTo(PUBLISHED).orElseThrow();

        String rest = change.text().replace(ours + "\n", "");
        String renamed = declaration.replaceFirst("^\\w+", "private").replace(name, "moved(");
        assertEquals(2, rest.split("\\Q" + renamed + "\\E", -1).length, rest);
        String moved = "    " + declaration + rest.substring(rest.indexOf(renamed) + renamed.length() - 1);
        assertEquals(PUBLISHED.require(path), rest.substring(0, rest.indexOf("    " + renamed)) + override + moved);

        assertTrue(fragment.changeTo(PUBLISHED.with(List.of(change))).isEmpty(), "once");
        new Compilation(type, List.of(change), SERVER).check();
    }
}
