package dev.sandshell.live;

import dev.sandshell.session.ShellHoldings;
import dev.sandshell.syntax.Cursor;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Files whose paths begin as what is typed: relative to a session's folder, or to the user's after a tilde. Reads the disk. */
final class FileOffers {
    private static final Logger LOG = Logger.getLogger(FileOffers.class.getName());

    /** How many files of a folder are looked at. */
    private static final int MOST_SEEN = 20_000;

    /** Which files are wanted. */
    enum Wanted {
        ANY,
        FOLDERS,
        PROGRAMS
    }

    private final Cursor cursor;
    private final String cwd;
    private final String home;
    private final Wanted wanted;

    FileOffers(Cursor cursor, String cwd, ShellHoldings holdings, Wanted wanted) {
        this.cursor = cursor;
        this.cwd = cwd;
        this.home = holdings.text("HOME");
        this.wanted = wanted;
    }

    void addTo(Offers offers) {
        String typed = WordQuoting.read(cursor.typed(), cursor.isQuoted());
        // Of a list such as a search path, the last.
        int listed = cursor.kind() == Cursor.Kind.FILE && !cursor.isQuoted() ? typed.lastIndexOf(':') + 1 : 0;
        String path = typed.substring(listed);
        int slash = path.lastIndexOf('/') + 1;
        String prefix = path.substring(slash);
        try {
            Path folder = folder(path.substring(0, slash));
            if (folder == null) {
                return;
            }
            int seen = 0;
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    if (++seen > MOST_SEEN || found.size() > Offers.MOST) {
                        offers.cut();
                        break;
                    }
                    if (isMeant(file.getFileName().toString(), prefix)) {
                        found.add(file);
                    }
                }
            }
            found.sort(null);
            String before = typed.substring(0, listed + slash);
            found.forEach(file -> add(offers, before, file));
        } catch (IOException | InvalidPathException | DirectoryIteratorException e) {
            LOG.log(Level.FINEST, "a folder is not there, or not to be read", e);
        }
    }

    private static boolean isMeant(String name, String prefix) {
        return name.startsWith(prefix) && (!name.startsWith(".") || prefix.startsWith("."));
    }

    private @org.jspecify.annotations.Nullable Path folder(String typed) {
        String path = typed;
        if (typed.startsWith("~/") && !cursor.isQuoted()) {
            path = home + typed.substring(1);
        } else if (typed.startsWith("$HOME/")) {
            path = home + typed.substring("$HOME".length());
        }
        Path folder = Path.of(cwd.isEmpty() ? "/" : cwd).resolve(path);
        boolean isKnown = folder.isAbsolute() && (!cwd.isEmpty() || path.startsWith("/")) && path.indexOf('$') < 0;
        return isKnown ? folder : null;
    }

    private void add(Offers offers, String before, Path file) {
        boolean isFolder = Files.isDirectory(file);
        boolean isWanted = isFolder
                || wanted == Wanted.ANY
                || (wanted == Wanted.PROGRAMS && Files.isExecutable(file) && Files.isRegularFile(file));
        if (!isWanted) {
            return;
        }
        String name = file.getFileName().toString() + (isFolder ? "/" : "");
        String path = before + name;
        boolean hasTilde = path.startsWith("~/");
        String text = cursor.isQuoted()
                ? WordQuoting.inQuotes(path)
                : hasTilde ? "~/" + WordQuoting.escaped(path.substring(2)) : WordQuoting.escaped(path);
        if (before.startsWith("$HOME/")) {
            text = "$HOME/" + WordQuoting.escaped(path.substring("$HOME/".length()));
        }
        offers.add(new Offer(
                isFolder ? Offer.Kind.FOLDER : Offer.Kind.FILE, name, text, "", isFolder ? "folder" : "file"));
    }
}
