package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.EnvironmentRules;
import dev.sandshell.posix.PosixException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Exported variables of a live shell: the scripts that change and print them, and what they print. Confined to the event loop. */
final class EnvironmentAccess {
    private static final String SCRIPT_FILE = "environment";
    private static final String OUTPUT_FILE = "environment-output";

    private final Dialect dialect;
    private final SessionFolder folder;
    private final ControlLines lines;

    EnvironmentAccess(Dialect dialect, SessionFolder folder, ControlLines lines) {
        this.dialect = dialect;
        this.folder = folder;
        this.lines = lines;
    }

    /** The lines that make the changes; their status tells whether all were made. */
    String change(Map<String, Optional<String>> changes) throws PosixException {
        folder.write(SCRIPT_FILE, String.join(" && ", OneCallScope.steps(dialect, changes)) + "\n");
        return lines.captureAll(SCRIPT_FILE, OUTPUT_FILE);
    }

    /** What the shell had against a change. */
    String objection() {
        return folder.read(OUTPUT_FILE).strip();
    }

    /** The lines that print all variables: by a program that inherits them, since no shell prints raw values itself. */
    String print() throws PosixException {
        String program = Files.isExecutable(Path.of("/usr/bin/env")) ? "/usr/bin/env" : "/bin/env";
        folder.write(SCRIPT_FILE, program + " -0\n");
        return lines.capture(SCRIPT_FILE, OUTPUT_FILE);
    }

    /** What has been printed, all or those named. */
    ImmutableMap<String, String> printed(ImmutableList<String> names) {
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
