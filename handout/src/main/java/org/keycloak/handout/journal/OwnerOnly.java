package org.keycloak.handout.journal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The permissions of a private file: the mode 600 (700 for a directory), or an access control list with its owner alone on Windows. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {
    }

    static FileAttribute<?> file(Path path) throws IOException {
        return isPosix(path) ? PosixFilePermissions.asFileAttribute(FILE) : accessControlList(path);
    }

    static FileAttribute<?> directory(Path path) throws IOException {
        return isPosix(path) ? PosixFilePermissions.asFileAttribute(DIRECTORY) : accessControlList(path);
    }

    /**
     * Checks a file that was made with {@link #file}. A FAT volume takes any mode and keeps none. Windows may add what the directory hands down: the
     * list is set once more, which adds nothing.
     */
    static void check(Path file) throws IOException {
        if (!isPosix(file)) {
            Files.getFileAttributeView(file, AclFileAttributeView.class).setAcl(entries(file));
        } else if (!FILE.containsAll(Files.getPosixFilePermissions(file))) {
            throw new FileSystemException(file.toString(), null,
                    "others can read the files of this file system. Choose a directory on a file system that keeps permissions");
        }
    }

    /** Whether nobody else can have written the file. Windows hands down lists of the directory to copies, and isn't asked. */
    static boolean isPrivate(Path file) throws IOException {
        return !isPosix(file) || FILE.containsAll(Files.getPosixFilePermissions(file))
                && ProcessHandle.current().info().user().map(Files.getOwner(file).getName()::equals).orElse(true);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<List<AclEntry>> accessControlList(Path path) throws IOException {
        List<AclEntry> entries = entries(path);
        return new FileAttribute<>() {

            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return entries;
            }
        };
    }

    private static List<AclEntry> entries(Path path) throws IOException {
        UserPrincipal owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
        return List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build());
    }
}
