package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A database that compares text loosely by default: {@code a} is {@code A}, and spaces at the end don't count.
 */
record MariaDb(ServerProcess process, int port) implements Database {

    /** The directory that MariaDB is installed in, such as {@code /usr}. */
    private static final String HOME = "mariadb.home";

    private static final String SERVER = "mariadbd";
    private static final String INSTALL = "mariadb-install-db";
    private static final List<String> CALLED_BY_INSTALL = List.of("my_print_defaults", "resolveip");

    private static final String READY = "ready for connections";
    private static final int START_TIMEOUT = 60;

    /** Name of the database, of its user, and the password. */
    private static final String NAME = "keycloak";

    /** Keycloak wants Unicode. How text is compared is left to MariaDB. */
    private static final String INIT = "CREATE DATABASE %1$s CHARACTER SET utf8mb4;\nCREATE USER %1$s IDENTIFIED BY '%1$s';\nGRANT ALL ON %1$s.* TO %1$s;\n";

    static MariaDb start(Path directory) throws IOException {
        Path home = Path.of(System.getProperty(HOME)).toAbsolutePath();
        KeycloakHome.empty(directory);
        Path init = Files.writeString(directory.resolve("init.sql"), INIT.formatted(NAME));
        // Only root is asked for the option user.
        List<String> common = List.of("--no-defaults", "--basedir=" + home, "--datadir=" + directory.resolve("data"), "--user=" + System.getProperty("user.name"));

        for (String program : CALLED_BY_INSTALL) {
            program(home, program);
        }
        List<String> install = Stream.of(List.of("bash", program(home, INSTALL)), common, List.of("--auth-root-authentication-method=normal", "--skip-test-db"))
                .flatMap(List::stream).toList();
        ServerProcess.start(install, Map.of("TMPDIR", directory.toString()), directory.resolve("install.log")).awaitSuccess(START_TIMEOUT);

        int port = FreePort.find();
        List<String> start = Stream.of(List.of(program(home, SERVER)), common, List.of("--bind-address=127.0.0.1", "--port=" + port,
                        "--socket=socket", "--init-file=" + init, "--innodb-flush-log-at-trx-commit=0"))
                .flatMap(List::stream).toList();
        ServerProcess process = ServerProcess.start(start, Map.of(), directory.resolve("mariadb.log"));
        process.awaitLogged(READY, START_TIMEOUT);
        return new MariaDb(process, port);
    }

    /** Distributions have the programs in different directories. An unpacked jar doesn't say which files can be executed. */
    private static String program(Path home, String name) throws IOException {
        Path found = Stream.of("bin", "sbin", "scripts").map(it -> home.resolve(it).resolve(name)).filter(Files::isRegularFile).findFirst()
                .orElseThrow(() -> new IOException("No " + name + " in " + home + ": -D" + HOME + "=… says where MariaDB is"));
        if (!Files.isExecutable(found) && !found.toFile().setExecutable(true)) {
            throw new IOException(found + " can't be executed");
        }
        return found.toString();
    }

    @Override
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME;
    }

    @Override
    public List<String> options() {
        return List.of("--db-url=" + url(), "--db-username=" + NAME, "--db-password=" + NAME);
    }

    @Override
    public void stop() {
        process.stop();
    }
}
