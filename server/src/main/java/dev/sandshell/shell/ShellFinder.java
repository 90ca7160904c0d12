package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import dev.sandshell.policy.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the program that a session asks for, by name on the search path or by its own path. Any thread may call. */
final class ShellFinder {
    /**
     * A program that can serve as a shell.
     *
     * @param leadingArguments what makes it one, where it has many faces
     */
    record Found(String path, Dialect dialect, ImmutableList<String> leadingArguments) {
        /** The name by which another machine may have it on its path. */
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final String searchPath;

    ShellFinder(String searchPath) {
        this.searchPath = searchPath;
    }

    /** The asked shell; where none is asked, bash, or else sh. */
    Found find(@Nullable String asked) throws RefusedException {
        if (asked == null) {
            Optional<Found> bash = onPath("bash");
            return bash.isPresent() ? bash.get() : find("sh");
        }
        if (asked.contains("/")) {
            return check(asked);
        }
        return onPath(asked)
                .orElseThrow(() -> ShellRecipe.refused("NotFound", "there is no shell \"" + asked + "\" on the path"));
    }

    Optional<Found> onPath(String name) {
        for (String folder : searchPath.split(":", -1)) {
            Path program = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isExecutable(program) && Files.isRegularFile(program)) {
                return Optional.of(found(program.toAbsolutePath().toString()));
            }
        }
        return Optional.empty();
    }

    private static Found check(String asked) throws RefusedException {
        Path program = Path.of(asked);
        if (!Files.exists(program)) {
            throw ShellRecipe.refused("NotFound", "there is no shell at " + asked);
        }
        if (!Files.isRegularFile(program)) {
            throw ShellRecipe.refused("NotExecutable", asked + " is not a program");
        }
        if (!Files.isExecutable(program)) {
            throw ShellRecipe.refused("PermissionDenied", asked + " may not be executed");
        }
        return found(program.toAbsolutePath().toString());
    }

    /** Of a program by its name alone. */
    static Found found(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (name) {
            case "bash" -> new Found(path, new BashDialect(), ImmutableList.of());
            case "zsh" -> new Found(path, new ZshDialect(), ImmutableList.of());
            case "busybox" -> new Found(path, new PosixDialect("ash"), ImmutableList.of("ash"));
            default -> new Found(path, new PosixDialect(name), ImmutableList.of());
        };
    }
}
