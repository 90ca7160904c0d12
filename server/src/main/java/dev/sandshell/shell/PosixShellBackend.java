package dev.sandshell.shell;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.policy.Limits;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.Shell;
import dev.sandshell.session.ShellBackend;
import dev.sandshell.session.ShellHoldings;
import dev.sandshell.session.ShellState;
import dev.sandshell.session.SyntaxComplaint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The shells of this machine. {@link #open} is confined to the event loop; all else may be called from any thread.
 */
public final class PosixShellBackend implements ShellBackend {
    private final ShellSurroundings surroundings;
    private final RuntimeFolder runtimeFolder;
    private final ImmutableMap<String, String> environment;
    private final ShellFinder finder;
    private final ShellVersions versions;
    private long lastNumber;

    public PosixShellBackend(
            EventLoop loop,
            Executor workers,
            Limits limits,
            Guardian guardian,
            Orphans orphans,
            RuntimeFolder runtimeFolder,
            Map<String, String> environment) {
        this.runtimeFolder = runtimeFolder;
        this.environment = ImmutableMap.copyOf(environment);
        this.surroundings = new ShellSurroundings(
                loop,
                workers,
                limits,
                new ByteBudget(limits.memory().input()),
                new StatusFiles(runtimeFolder),
                guardian,
                orphans,
                new ProcessSurvey(),
                runtimeFolder);
        this.finder = new ShellFinder(environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
        this.versions = new ShellVersions(runtimeFolder.path().resolveSibling("shells"));
    }

    @Override
    public Shell open(SessionSpec spec, Shell.Listener listener) throws RefusedException {
        ShellFinder.Found program = finder.find(spec.shell());
        String cwd = spec.cwd() == null ? Path.of("").toAbsolutePath().toString() : spec.cwd();
        if (spec.state() == null) {
            // Else the state says where the shell goes, and the folder is for a reset that forgets it.
            checkFolder(cwd);
        }
        ShellRecipe recipe = new ShellRecipe(
                program.dialect(), program, spec.withoutState(), environmentOf(spec, program), cwd, hasPrompt());
        SessionFolder folder = null;
        try {
            runtimeFolder.ensure();
            folder = SessionFolder.make(runtimeFolder.path(), ++lastNumber);
            return new LiveShell(recipe, surroundings, folder, spec.state(), listener);
        } catch (IOException e) {
            if (folder != null) {
                folder.delete();
            }
            throw runtimeFolder.unusable(e);
        }
    }

    /** Whether a shell that has a line editor is driven at its prompt, at which a person can type. */
    private boolean hasPrompt() {
        return !"quiet".equals(environment.get("SANDSHELL_CHANNEL"));
    }

    private static void checkFolder(String cwd) throws RefusedException {
        if (!Files.isDirectory(Path.of(cwd))) {
            throw ShellRecipe.refused("BadCwd", "the working directory " + cwd + " is not a folder");
        }
        if (!Files.isExecutable(Path.of(cwd))) {
            throw ShellRecipe.refused("BadCwd", "the working directory " + cwd + " may not be entered");
        }
    }

    private ImmutableMap<String, String> environmentOf(SessionSpec spec, ShellFinder.Found program) {
        Map<String, String> variables = new LinkedHashMap<>(InheritedEnvironment.of(environment));
        variables.put("TERM", ShellRecipe.TERMINAL_TYPE);
        variables.put("SHELL", program.path());
        spec.env().forEach((name, value) -> {
            if (value.isPresent()) {
                variables.put(name, value.get());
            } else {
                variables.remove(name);
            }
        });
        variables.remove(ShellRecipe.NONCE);
        return ImmutableMap.copyOf(variables);
    }

    @Override
    public ShellHoldings holdings(ShellState state) {
        String script = new String(state.script(), StandardCharsets.ISO_8859_1);
        return ShellFinder.found(state.shell()).dialect().holdings(script);
    }

    @Override
    public Optional<SyntaxComplaint> complaint(String shell, String script) {
        return finder.onPath(shell).flatMap(program -> SyntaxCheck.of(program, script));
    }

    @Override
    public List<Available> available() {
        List<Available> found = new ArrayList<>();
        for (String name : List.of("bash", "zsh", "sh", "dash", "busybox")) {
            finder.onPath(name)
                    .ifPresent(program ->
                            found.add(new Available(name, program.path(), versions.of(Path.of(program.path())))));
        }
        return found;
    }
}
