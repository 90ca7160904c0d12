package dev.sandshell.live;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The options that manual pages name. They are read off the disk: no program is asked, so none does anything. Confined to
 * one thread at a time; keeps the options of the last {@value #MOST_KEPT} commands.
 */
public final class ManualPages {
    private static final Logger LOG = Logger.getLogger(ManualPages.class.getName());
    private static final int MOST_KEPT = 64;
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_REDIRECTIONS = 3;

    /** A name that is one of a file, and of nothing above. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.+@-]{1,80}");

    private final Map<Path, ImmutableList<CommandOption>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, ImmutableList<CommandOption>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * The options of a command; none where it has no page.
     *
     * @param command one word, or more such as {@code git commit}
     * @param manPath the session's {@code MANPATH}, or nothing
     */
    ImmutableList<CommandOption> options(String command, String path, String manPath, String cwd) {
        String name = command.replace(' ', '-');
        if (!NAME.matcher(name).matches()) {
            return ImmutableList.of();
        }
        return page(name, folders(path, manPath, cwd))
                .map(page -> kept.computeIfAbsent(page, file -> HelpText.options(Roff.plain(read(file, 0)))))
                .orElse(ImmutableList.of());
    }

    private static List<Path> folders(String path, String manPath, String cwd) {
        List<Path> folders = new ArrayList<>(SearchPath.folders(manPath, "/"));
        for (Path folder : SearchPath.folders(path, cwd)) {
            folders.add(folder.resolveSibling("share/man"));
            folders.add(folder.resolveSibling("man"));
        }
        return folders;
    }

    private static Optional<Path> page(String name, List<Path> folders) {
        for (Path folder : folders) {
            for (String section : List.of("1", "8")) {
                for (String ending : List.of(".gz", "")) {
                    Path page = folder.resolve("man" + section).resolve(name + "." + section + ending);
                    if (Files.isRegularFile(page)) {
                        return Optional.of(page);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String read(Path page, int redirections) {
        try (InputStream bytes = Files.newInputStream(page);
                InputStream text = page.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            String source = new String(text.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            if (source.startsWith(".so ") && redirections < MOST_REDIRECTIONS) {
                return redirected(page, source.substring(4).strip(), redirections);
            }
            return source;
        } catch (IOException | InvalidPathException e) {
            LOG.log(Level.FINE, "a manual page cannot be read", e);
            return "";
        }
    }

    /** A page that only says which it is, relative to the folder of all sections. */
    private static String redirected(Path page, String target, int redirections) {
        Path section = page.getParent();
        Path all = section == null ? null : section.getParent();
        if (all == null || target.contains("..") || target.startsWith("/")) {
            return "";
        }
        Path plain = all.resolve(target);
        Path packed = all.resolve(target + ".gz");
        return Files.isRegularFile(packed) ? read(packed, redirections + 1) : read(plain, redirections + 1);
    }
}
