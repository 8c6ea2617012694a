package org.keycloak.handout;

import picocli.CommandLine.IVersionProvider;

/** The version that the manifest of the jar names. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Handout.class.getPackage().getImplementationVersion();
        return new String[] { "totp-handout " + (version == null ? "(not packaged)" : version) };
    }
}
