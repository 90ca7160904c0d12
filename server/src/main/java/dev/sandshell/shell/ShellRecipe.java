package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.ShellEnd;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.shell.ShellProcess.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one session's shell is started, again and again. Immutable; any thread may call, but {@link #spawn} forks.
 *
 * @param hasPrompt whether a person is to be able to type in it, where the shell has a line editor
 * @param environment what the first process gets; a restored one gets everything from the state
 */
record ShellRecipe(
        Dialect dialect,
        ShellFinder.Found program,
        SessionSpec spec,
        ImmutableMap<String, String> environment,
        String cwd,
        boolean hasPrompt) {

    /** As VS Code names it for the scripts that it has shells run. */
    static final String NONCE = "VSCODE_NONCE";

    static final String TERMINAL_TYPE = "xterm-256color";

    ShellProcess spawn(Launch launch, TerminalSize size, boolean restores) throws RefusedException {
        ImmutableList<String> command = ImmutableList.<String>builder()
                .add(program.path())
                .addAll(program.leadingArguments())
                .addAll(launch.arguments())
                .build();
        String folder = Files.isDirectory(Path.of(cwd)) ? cwd : "/";
        Map<String, String> variables = new LinkedHashMap<>(restores ? Map.of() : environment);
        variables.putAll(launch.variables());
        if (launch.input() == null) {
            // Its line editor has to know before the state tells.
            variables.putIfAbsent("TERM", TERMINAL_TYPE);
        }
        try {
            return ShellProcess.spawn(Start.best(), command, variables, folder, size, launch.input());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What whoever shows the terminal knows our command lines by, where they have said so; not the shell's business. */
    @Nullable
    String nonce() {
        return spec.env()
                .getOrDefault(NONCE, Optional.empty())
                .filter(nonce -> nonce.matches("[0-9A-Za-z-]{1,64}"))
                .orElse(null);
    }

    /** The shell's own line editor, where it has one that can be driven. */
    Optional<LineEditor> lineEditor(SessionFolder folder, ControlLines lines) {
        if (!hasPrompt) {
            return Optional.empty();
        }
        return switch (dialect.name()) {
            case "bash" -> Optional.of(new BashLineEditor(folder, lines));
            case "zsh" -> Optional.of(new ZshLineEditor(folder, lines, environment));
            default -> Optional.empty();
        };
    }

    static RefusedException failed(IOException why) {
        String kind = "ResourceLimit";
        if ((why instanceof PosixException posix && posix.isPermissionDenied())
                || why instanceof java.nio.file.AccessDeniedException) {
            kind = "PermissionDenied";
        }
        return refused(kind, "the shell could not be started: " + why.getMessage());
    }

    static RefusedException endedAtOnce(ShellRecipe recipe, ShellEnd end) {
        String how = end.signal() == null ? "with exit code " + end.exitCode() : "by " + end.signal();
        return refused(
                "NotExecutable",
                "the shell could not be started: " + recipe.program().path() + " ended " + how
                        + " before it took a command");
    }

    static RefusedException refused(String kind, String message) {
        return new RefusedException(RefusalCode.SHELL_START_FAILED, message, ImmutableMap.of("kind", kind));
    }
}
