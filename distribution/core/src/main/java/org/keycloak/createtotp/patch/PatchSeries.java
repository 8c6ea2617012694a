package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the patches: our change is made in a copy of the files that it touches, and git compares it before and after each capability.
 *
 * @param keycloak Keycloak's sources: a checkout, or the published sources in the layout of a checkout
 * @param work directory for the copy, which is made anew
 */
public record PatchSeries(List<Capability> capabilities, Path keycloak, Path work) {

    /**
     * @param args Keycloak's sources; this repository; a directory to work in; what the names of the patches begin with; whether to change
     *     the checkout as well: {@code true}, {@code false}, or the name of the last capability to bring
     */
    public static void main(String... args) throws IOException {
        Path keycloak = Path.of(args[0]).toAbsolutePath();
        List<Capability> series = Capability.in(Path.of(args[1]));
        int last = series.stream().map(Capability::name).toList().indexOf(args[4]);
        boolean apply = !args[4].equals("false");
        if (apply && last < 0 && !args[4].equals("true")) {
            throw new IllegalArgumentException("There is no capability " + args[4]);
        }
        boolean isCheckout = Files.exists(keycloak.resolve(".git"));
        if (isCheckout && git(keycloak, "status", "--porcelain").length > 0) {
            throw new IllegalStateException(keycloak + " has changes that aren't committed");
        }
        if (apply && !isCheckout) {
            throw new IllegalStateException(keycloak + " is no checkout");
        }
        for (Capability capability : series) {
            Files.deleteIfExists(file(args[3], capability.name()));
        }
        Map<String, byte[]> patches = new PatchSeries(last < 0 ? series : series.subList(0, last + 1), keycloak, Path.of(args[2])).make();
        for (String capability : patches.keySet()) {
            Path file = Files.write(file(args[3], capability), patches.get(capability));
            System.out.println(file);
            if (apply) {
                git(keycloak, "apply", file.toString());
            }
        }
    }

    private static Path file(String begin, String capability) {
        return Path.of(begin + "-" + capability + ".patch").toAbsolutePath();
    }

    /**
     * @return the patches by capability, without the capabilities that Keycloak has already
     * @throws IllegalStateException if a capability doesn't fit
     */
    Map<String, byte[]> make() throws IOException {
        deleteCopy();
        git(Files.createDirectories(work), "init", "--quiet");
        for (Capability capability : capabilities) {
            for (String path : capability.paths().filter(this::isThere).toList()) {
                copy(original(path), path);
            }
        }
        Map<String, byte[]> patches = new LinkedHashMap<>();
        String before = tree();
        for (Capability capability : capabilities) {
            if (isThere(capability)) {
                System.out.println(keycloak + ": " + capability.name() + " is there already");
                continue;
            }
            bring(capability);
            String after = tree();
            patches.put(capability.name(), git(work, "diff-tree", "-p", "--binary", "--full-index", before, after));
            before = after;
        }
        return patches;
    }

    private void deleteCopy() throws IOException {
        if (Files.exists(work)) {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private boolean isThere(String path) {
        return Files.exists(original(path));
    }

    /** Published sources have service files beside the classes. */
    private Path original(String path) {
        Path file = keycloak.resolve(path);
        return Files.exists(file) ? file : keycloak.resolve(path.replace("src/main/resources", "src/main/java"));
    }

    private void copy(Path file, String path) throws IOException {
        Files.createDirectories(work.resolve(path).getParent());
        Files.copy(file, work.resolve(path), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Git's id of the copy as it is. */
    private String tree() throws IOException {
        git(work, "-c", "core.autocrlf=false", "add", "--all", "--force");
        return new String(git(work, "write-tree"), StandardCharsets.US_ASCII).strip();
    }

    private boolean isThere(Capability capability) {
        List<String> there = capability.newFiles().stream().filter(this::isThere).toList();
        if (!there.isEmpty() && !there.equals(capability.newFiles())) {
            throw new IllegalStateException(there.get(0) + " is there already, but not all of " + capability.name());
        }
        return !there.isEmpty();
    }

    private void bring(Capability capability) throws IOException {
        for (Map.Entry<String, Path> ours : capability.files().entrySet()) {
            Path file = work.resolve(ours.getKey());
            if (Files.exists(file)) {
                Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + Files.readString(ours.getValue()));
            } else {
                copy(ours.getValue(), ours.getKey());
            }
        }
        for (Map.Entry<String, Path> fragment : capability.fragments().entrySet()) {
            Path file = work.resolve(fragment.getKey());
            if (Files.exists(file)) {
                Files.writeString(file, HandOver.merge(fragment.getKey(), Files.readString(file), Files.readString(fragment.getValue())));
            } else if (!fragment.getKey().startsWith("docs/") || Files.exists(keycloak.resolve("docs"))) { // documentation isn't published
                throw new IllegalStateException(fragment.getKey() + ": there is no such file");
            }
        }
    }

    /**
     * @return what the command prints
     * @throws IOException if it fails; it says why on the standard error
     */
    static byte[] git(Path directory, String... arguments) throws IOException {
        ProcessBuilder git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_")); // they would lead to the repository of a git that runs this build
        Process process = git.directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        byte[] output = process.getInputStream().readAllBytes();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("git " + String.join(" ", arguments) + " failed in " + directory);
        }
        return output;
    }
}
