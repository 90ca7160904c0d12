package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionNaming;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.ShellSession;
import dev.sandshell.session.TerminalSize;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which session the commands of one client go to: that of the document's folder, which all editors on that folder share, or
 * the one that it has turned to last. Made when it is needed. Confined to the scheduler.
 */
final class EditorSessions {
    /** What names a session of its own. */
    static final String NEW = "new";

    private static final String NO_FOLDER = "";
    private static final int MOST_FOLDERS = 64;

    private final SessionRegistry registry;
    private final Supplier<ImmutableList<Session>> known;
    private final boolean readsUserFiles;
    private ImmutableList<Path> folders;

    /** The session that was turned to last, by folder, of those that were turned to lately. */
    private final Map<String, String> current = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_FOLDERS;
        }
    };

    /**
     * @param folderUris what the client has open, the most important first
     */
    EditorSessions(EditorServer server, boolean readsUserFiles, List<String> folderUris) {
        registry = server.registry();
        known = server.sessions();
        this.readsUserFiles = readsUserFiles;
        folders = paths(folderUris).distinct().collect(ImmutableList.toImmutableList());
    }

    private static Stream<Path> paths(List<String> uris) {
        return uris.stream().flatMap(uri -> pathOf(uri).stream());
    }

    /** The client has closed folders and opened others, which are the least important. */
    void changeFolders(List<String> removedUris, List<String> addedUris) {
        Set<Path> removed = paths(removedUris).collect(Collectors.toSet());
        folders = Stream.concat(folders.stream().filter(folder -> !removed.contains(folder)), paths(addedUris))
                .distinct()
                .limit(MOST_FOLDERS)
                .collect(ImmutableList.toImmutableList());
    }

    /** The file that a document is, where it is one. */
    static Optional<Path> pathOf(String uri) {
        try {
            return Optional.of(Path.of(URI.create(uri)));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The folder that a document is in, or else the first; where none is open, the one in which its file lies. */
    Optional<Path> folderOf(@Nullable String uri) {
        Optional<Path> file = uri == null ? Optional.empty() : pathOf(uri);
        return file.flatMap(path ->
                        folders.stream().filter(path::startsWith).max(Comparator.comparingInt(Path::getNameCount)))
                .or(() -> folders.stream().findFirst())
                .or(() -> file.flatMap(path -> Optional.ofNullable(path.getParent())));
    }

    /** The session of a document's folder, which is there if anything has been run. */
    Optional<ShellSession> present(@Nullable String uri) {
        Optional<Path> folder = folderOf(uri);
        return registry.find(chosen(folder))
                .or(() -> registry.find(usual(folder).sessionId()));
    }

    /** The same, made where it is not there. */
    ShellSession usualFor(@Nullable String uri) throws RefusedException {
        Optional<ShellSession> present = present(uri);
        if (present.isPresent()) {
            return present.get();
        }
        Optional<Path> folder = folderOf(uri);
        return create(usual(folder), folder);
    }

    /**
     * The session that is meant.
     *
     * @param choice an id or a name, of one that is made where it is not there; {@link #NEW} for a new one; null for the usual
     */
    ShellSession sessionFor(@Nullable String uri, @Nullable String choice) throws RefusedException {
        if (choice == null) {
            return usualFor(uri);
        }
        Optional<Path> folder = folderOf(uri);
        if (choice.equals(NEW)) {
            return create(
                    SessionNaming.newSessionFor(
                            SessionNaming.nextName(usual(folder).name(), known.get())),
                    folder);
        }
        Optional<Session> named = SessionNaming.sessionNamed(known.get(), choice);
        return named.isPresent()
                ? registry.get(named.get().sessionId())
                : create(SessionNaming.newSessionFor(choice), folder);
    }

    /** The one of this id or name. */
    ShellSession named(String choice) throws RefusedException {
        Optional<Session> named = SessionNaming.sessionNamed(known.get(), choice);
        return registry.get(named.isPresent() ? named.get().sessionId() : choice);
    }

    /** What the session is called, or would be. */
    String nameOf(@Nullable String uri, @Nullable String choice) {
        return choice != null
                ? choice
                : present(uri)
                        .map(session -> session.view().name())
                        .orElseGet(() -> usual(folderOf(uri)).name());
    }

    /** What is run next without a choice goes there. */
    void turnTo(@Nullable String uri, ShellSession session) {
        current.put(folderOf(uri).map(Path::toString).orElse(NO_FOLDER), session.id());
    }

    private String chosen(Optional<Path> folder) {
        return current.getOrDefault(folder.map(Path::toString).orElse(NO_FOLDER), NO_FOLDER);
    }

    private static SessionNaming.Named usual(Optional<Path> folder) {
        return folder.map(path -> SessionNaming.folderSession(path.toString()))
                .orElseGet(() ->
                        new SessionNaming.Named(SessionRegistry.DEFAULT_SESSION, SessionRegistry.DEFAULT_SESSION));
    }

    /** It takes commands at once; where its shell cannot start, they say so. */
    private ShellSession create(SessionNaming.Named named, Optional<Path> folder) throws RefusedException {
        SessionSpec spec = new SessionSpec(
                named.sessionId(),
                named.name(),
                folder.map(Path::toString).orElse(null),
                ImmutableMap.of(),
                null,
                readsUserFiles && folder.isPresent(),
                TerminalSize.DEFAULT,
                null,
                true,
                null);
        SessionRegistry.Created created = registry.create(spec);
        var unused = created.ready();
        return created.session();
    }
}
