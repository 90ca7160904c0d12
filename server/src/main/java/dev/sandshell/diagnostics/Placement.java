package dev.sandshell.diagnostics;

import com.google.common.collect.ImmutableList;
import dev.sandshell.language.PositionEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that findings are about, and the places in them. It reads files, so it belongs on a worker; each only
 * once, and one after the other.
 */
public final class Placement {
    private static final Logger LOG = Logger.getLogger(Placement.class.getName());

    /** Of a larger file the columns are taken as they are said. */
    private static final long LARGEST_FILE = 4L << 20;

    private final List<Path> folders;
    private final PositionEncoding encoding;

    /**
     * @param folders where relative paths may start from, the likeliest first
     */
    public Placement(List<String> folders, PositionEncoding encoding) {
        this.folders = folders.stream()
                .map(Placement::path)
                .filter(path -> path.isAbsolute())
                .toList();
        this.encoding = encoding;
    }

    /** Those whose file is there, file by file. */
    public ImmutableList<PlacedFinding> of(List<Finding> findings) {
        Map<Path, List<Finding>> byFile = new HashMap<>();
        for (Finding finding : findings) {
            Path file = fileOf(finding);
            if (file != null) {
                byFile.computeIfAbsent(file, fresh -> new ArrayList<>()).add(finding);
            }
        }
        ImmutableList.Builder<PlacedFinding> placed = ImmutableList.builder();
        byFile.forEach((file, all) -> {
            List<String> lines = linesOf(file);
            all.forEach(finding -> placed.add(place(file, lines, finding)));
        });
        return placed.build();
    }

    private @Nullable Path fileOf(Finding finding) {
        Path path = path(finding.path());
        Path named = finding.folder() == null ? null : existing(path(finding.folder()), path);
        if (named != null) {
            return named;
        }
        for (Path folder : folders) {
            Path found = existing(folder, path);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** An empty one where a text can be no path: of that no file is found. */
    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            LOG.log(Level.FINEST, "no path", e);
            return Path.of("");
        }
    }

    private static @Nullable Path existing(Path folder, Path path) {
        Path whole = folder.resolve(path).normalize();
        return whole.isAbsolute() && Files.isRegularFile(whole) ? whole : null;
    }

    /** Empty where it cannot be read, or is too large. */
    private static List<String> linesOf(Path file) {
        try {
            if (Files.size(file) <= LARGEST_FILE) {
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "a file that output speaks of cannot be read", e);
        }
        return List.of();
    }

    private PlacedFinding place(Path file, List<String> lines, Finding finding) {
        int number = finding.line() - 1;
        if (lines.isEmpty()) {
            int start = Math.max(0, finding.column() - 1);
            return new PlacedFinding(file.toUri(), number, start, start, finding);
        }
        if (number >= lines.size()) {
            return new PlacedFinding(file.toUri(), lines.size(), 0, 0, finding);
        }
        String line = lines.get(number);
        int start = finding.column() == 0 ? indentOf(line) : finding.columns().offset(line, finding.column());
        int end = finding.column() == 0 ? line.stripTrailing().length() : endOf(line, start);
        return new PlacedFinding(
                file.toUri(), number, encoding.count(line, start), encoding.count(line, Math.max(start, end)), finding);
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Behind the word that begins there, or the character. */
    private static int endOf(String line, int start) {
        int at = start;
        while (at < line.length() && Character.isJavaIdentifierPart(line.codePointAt(at))) {
            at += Character.charCount(line.codePointAt(at));
        }
        return at == start && at < line.length() ? at + Character.charCount(line.codePointAt(at)) : at;
    }
}
