package dev.sandshell.live;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The programs on a search path. A folder is listed again only where it has changed; whether a file may be run is looked at
 * when it is asked for, since that changes without the folder. Confined to one thread at a time; keeps at most
 * {@value #MOST_FOLDERS} folders with {@value #MOST_NAMES} names each.
 */
public final class SearchPath {
    private static final Logger LOG = Logger.getLogger(SearchPath.class.getName());
    private static final int MOST_FOLDERS = 64;
    private static final int MOST_NAMES = 20_000;

    private record Listing(FileTime changed, List<String> names) {}

    private final Map<Path, Listing> listings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Listing> eldest) {
            return size() > MOST_FOLDERS;
        }
    };

    /** A program and where it is. */
    record Program(String name, Path path) {}

    /** Those whose names begin so, in the order in which they are found; at most so many. */
    List<Program> startingWith(String prefix, String path, String cwd, int most) {
        List<Program> found = new ArrayList<>();
        for (Path folder : folders(path, cwd)) {
            List<String> names = names(folder);
            int at = Collections.binarySearch(names, prefix);
            for (int i = at < 0 ? -at - 1 : at; i < names.size() && names.get(i).startsWith(prefix); i++) {
                Path program = folder.resolve(names.get(i));
                if (isProgram(program)) {
                    found.add(new Program(names.get(i), program));
                    if (found.size() >= most) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /** Where a command is found that has no slash in it. */
    Optional<Path> find(String name, String path, String cwd) {
        return folders(path, cwd).stream()
                .map(folder -> folder.resolve(name))
                .filter(SearchPath::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isExecutable(file) && Files.isRegularFile(file);
    }

    static List<Path> folders(String path, String cwd) {
        List<Path> folders = new ArrayList<>();
        for (String folder : path.split(":", MOST_FOLDERS)) {
            try {
                Path resolved = Path.of(cwd).resolve(folder);
                if (resolved.isAbsolute() && !folders.contains(resolved)) {
                    folders.add(resolved);
                }
            } catch (InvalidPathException e) {
                LOG.log(Level.FINE, "a search path has a folder that is none", e);
            }
        }
        return folders;
    }

    private List<String> names(Path folder) {
        try {
            FileTime changed = Files.getLastModifiedTime(folder);
            Listing known = listings.get(folder);
            if (known == null || !known.changed().equals(changed)) {
                known = new Listing(changed, list(folder));
                listings.put(folder, known);
            }
            return known.names();
        } catch (IOException e) {
            listings.remove(folder);
            return List.of();
        }
    }

    private static List<String> list(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (names.size() >= MOST_NAMES) {
                    break;
                }
                names.add(file.getFileName().toString());
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(names);
        return names;
    }
}
