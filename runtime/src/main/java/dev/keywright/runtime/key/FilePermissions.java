package dev.keywright.runtime.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Who may do what with a key file, where the file system knows. */
final class FilePermissions {

    private FilePermissions() {}

    static boolean hasPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Refuses a file that everyone may write, since everyone could add a key to it. That everyone may read it is borne: it
     * holds digests of random secrets, and mounted secrets often are so.
     */
    static void check(Path file) throws IOException, KeyStoreException {
        if (hasPosix(file) && attributes(file).permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new KeyStoreException(
                    KeyMessages.brokenFile(file.toString(), "everyone may write it; take that right away (chmod o-w)"));
        }
    }

    /** Whether everyone may read it. */
    static boolean isReadByAll(Path file) {
        try {
            return hasPosix(file) && attributes(file).permissions().contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            return false; // whoever cannot look at it will fail at reading it
        }
    }

    /** Gives a new file the rights, the owner and the group of the one that it replaces, or else whoever reads it no more could. */
    static void copy(Path from, Path to) throws IOException {
        if (!hasPosix(from) || !Files.exists(from)) {
            return;
        }
        PosixFileAttributes old = attributes(from);
        PosixFileAttributes fresh = attributes(to);
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (!old.group().equals(fresh.group())) {
            view.setGroup(old.group());
        }
        if (!old.owner().equals(fresh.owner())) {
            view.setOwner(old.owner());
        }
        Set<PosixFilePermission> permissions = old.permissions();
        permissions.remove(PosixFilePermission.OTHERS_WRITE);
        view.setPermissions(permissions);
    }

    private static PosixFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, PosixFileAttributes.class);
    }
}
