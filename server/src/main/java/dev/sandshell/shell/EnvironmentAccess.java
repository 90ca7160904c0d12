package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.EnvironmentRules;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.PosixException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Exported variables of a live shell: has it run the scripts that change and print them. Confined to the event loop. */
final class EnvironmentAccess {
    /** What every shell says of a program that the system does not start; see execve(2), E2BIG. */
    private static final int CANNOT_BE_STARTED = 126;

    private static final String SCRIPT_FILE = "environment";
    private static final String OUTPUT_FILE = "environment-output";

    private final Snapshots.Asker shell;
    private final Snapshots snapshots;
    private final Dialect dialect;
    private final SessionFolder folder;
    private final RuntimeFolder runtimeFolder;
    private final ControlLines lines;

    EnvironmentAccess(
            Snapshots.Asker shell,
            Snapshots snapshots,
            Dialect dialect,
            SessionFolder folder,
            RuntimeFolder runtimeFolder,
            ControlLines lines) {
        this.shell = shell;
        this.snapshots = snapshots;
        this.dialect = dialect;
        this.folder = folder;
        this.runtimeFolder = runtimeFolder;
        this.lines = lines;
    }

    /** As {@link dev.sandshell.session.Shell#changeEnvironment} has it. */
    void change(
            Map<String, Optional<String>> changes, Consumer<Optional<String>> done, Consumer<RefusedException> failed) {
        try {
            folder.write(SCRIPT_FILE, String.join(" && ", OneCallScope.steps(dialect, changes)) + "\n");
            shell.ask(lines.captureAll(SCRIPT_FILE, OUTPUT_FILE), (status, cwd) -> {
                snapshots.take(() -> {});
                done.accept(
                        status == 0
                                ? Optional.empty()
                                : Optional.of(folder.read(OUTPUT_FILE).strip()));
            });
        } catch (PosixException e) {
            failed.accept(runtimeFolder.unusable(e));
        }
    }

    /**
     * As {@link dev.sandshell.session.Shell#readEnvironment} has it: by a program that inherits the variables, since no
     * shell prints raw values itself.
     */
    void read(
            ImmutableList<String> names,
            Consumer<ImmutableMap<String, String>> done,
            Consumer<RefusedException> failed) {
        try {
            String program = Files.isExecutable(Path.of("/usr/bin/env")) ? "/usr/bin/env" : "/bin/env";
            folder.write(SCRIPT_FILE, program + " -0\n");
            shell.ask(lines.capture(SCRIPT_FILE, OUTPUT_FILE), (status, cwd) -> {
                if (status == 0) {
                    done.accept(printed(names));
                } else if (status == CANNOT_BE_STARTED) {
                    failed.accept(ShellRecipe.refused(
                            "ResourceLimit",
                            "the exported variables are too large for a program to be started with them, which is how"
                                    + " they are read; one may have 128 KiB"));
                } else {
                    failed.accept(runtimeFolder.unusable(new IOException("the shell could not print its environment")));
                }
            });
        } catch (PosixException e) {
            failed.accept(runtimeFolder.unusable(e));
        }
    }

    /** What has been printed, all or those named. */
    private ImmutableMap<String, String> printed(ImmutableList<String> names) {
        ImmutableMap.Builder<String, String> found = ImmutableMap.builder();
        String all = new String(folder.readBytes(OUTPUT_FILE), StandardCharsets.UTF_8);
        for (String variable : all.split("\0", -1)) {
            int at = variable.indexOf('=');
            String name = at < 0 ? "" : variable.substring(0, at);
            // "_" is what the shell says of the very program that prints them.
            boolean isWanted = names.isEmpty() ? !name.equals("_") : names.contains(name);
            if (EnvironmentRules.isName(name) && isWanted) {
                found.put(name, variable.substring(at + 1));
            }
        }
        return found.buildKeepingLast();
    }
}
