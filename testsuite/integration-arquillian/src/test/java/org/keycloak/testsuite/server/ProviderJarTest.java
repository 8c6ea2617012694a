package org.keycloak.testsuite.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The file that is copied into {@code providers/} has all our modules, and nothing that the server has.
 */
@EnabledIfSystemProperty(named = "way", matches = "provider-jar")
class ProviderJarTest {

    private static final String CLASS = ".class";

    @Test
    void allModulesAreInIt() throws IOException {
        Set<String> entries = entries();

        assertTrue(entries.contains("org/keycloak/representations/idm/CreateTotpRepresentation.class"), "core");
        assertTrue(entries.contains("org/keycloak/credential/CredentialCreator.class"), "server-spi-private");
        assertTrue(entries.contains("org/keycloak/credential/otp/TotpProvisioning.class"), "services");
        assertTrue(entries.contains("org/keycloak/services/resources/admin/UserRoot.class"), "distribution/provider");
    }

    @Test
    void servicesOfAllModulesAreInIt() throws IOException {
        assertEquals(List.of("org.keycloak.credential.OTPCredentialProviderWithCreatorFactory",
                "org.keycloak.credential.RecoveryAuthnCodesCredentialProviderWithCreatorFactory"),
                service("org.keycloak.credential.CredentialProviderFactory").lines().toList());
    }

    @Test
    void noClassIsAnothers() throws IOException {
        assertEquals(Set.of(), entries().stream().filter(entry -> entry.endsWith(CLASS) && !entry.startsWith("org/keycloak/"))
                .collect(Collectors.toSet()));
    }

    @Test
    void noClassIsOnTheServerToo() throws IOException {
        Set<String> both = new TreeSet<>(entries());
        both.removeIf(entry -> !entry.endsWith(CLASS));
        both.retainAll(classesOfTheServer());

        assertEquals(Set.of(), both);
    }

    private static Path jar() {
        return Path.of(System.getProperty("provider.jar"));
    }

    private static Set<String> entries() throws IOException {
        try (ZipFile zip = new ZipFile(jar().toFile())) {
            return zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).collect(Collectors.toSet());
        }
    }

    private static String service(String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar().toFile()); InputStream content = zip.getInputStream(zip.getEntry("META-INF/services/" + name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** The classes of Keycloak's own jars. Only these jars have packages of these names. */
    private static Set<String> classesOfTheServer() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (ZipInputStream distribution = new ZipInputStream(Files.newInputStream(Path.of(System.getProperty("keycloak.distribution"))))) {
            for (ZipEntry entry = distribution.getNextEntry(); entry != null; entry = distribution.getNextEntry()) {
                if (entry.getName().matches(".*/org\\.keycloak\\.keycloak-[^/]*\\.jar")) {
                    ZipInputStream jar = new ZipInputStream(distribution); // not closed: it would close the distribution
                    for (ZipEntry inner = jar.getNextEntry(); inner != null; inner = jar.getNextEntry()) {
                        classes.add(inner.getName());
                    }
                }
            }
        }
        assertTrue(classes.contains("org/keycloak/services/resources/admin/UserResource.class"), "Keycloak's jars were found");
        return classes;
    }
}
