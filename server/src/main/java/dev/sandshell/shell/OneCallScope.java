package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;
import dev.sandshell.session.CommandSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder and the environment that hold for one call alone: what is run before it, and what undoes it after. Confined
 * to the event loop.
 *
 * <p>The shell itself prints beforehand what it takes to undo them, so that attributes and odd values survive. The undoing
 * is owed from the moment that the call begins, also where the shell ends in between: then the next one gets it.
 */
final class OneCallScope {
    private static final String SAVING_FILE = "saving";
    private static final String SAVED_FILE = "saved";
    private static final String UNDO_FILE = "undo";

    private final Dialect dialect;
    private final SessionFolder folder;
    private final ControlLines lines;
    private List<String> names = List.of();
    private boolean isOwed;

    OneCallScope(Dialect dialect, SessionFolder folder, ControlLines lines) {
        this.dialect = dialect;
        this.folder = folder;
        this.lines = lines;
    }

    /** Whether a call asks for any of it. */
    static boolean isAskedBy(CommandSpec spec) {
        return spec.cwd() != null || !spec.env().isEmpty();
    }

    /** The steps that set and unset exported variables, each a command that fails where it is refused. */
    static List<String> steps(Dialect dialect, Map<String, Optional<String>> changes) {
        List<String> steps = new ArrayList<>();
        changes.forEach((name, value) -> steps.add(dialect.builtin()
                + value.map(text -> "export " + name + "=" + Quoting.quote(text))
                        .orElse("unset " + name)));
        return steps;
    }

    /** The script that a call is preceded by; where a step of it fails, the command is not run. */
    String prologue(CommandSpec spec) {
        List<String> steps = steps(dialect, spec.env());
        if (spec.cwd() != null) {
            steps.add(dialect.changeFolder(spec.cwd()));
        }
        return String.join(" && ", steps) + "\n";
    }

    /** The lines that save what the call will hide. */
    String save(CommandSpec spec) throws PosixException {
        List<String> hidden = List.copyOf(spec.env().keySet());
        folder.write(SAVING_FILE, dialect.saving(hidden, spec.cwd() != null));
        names = hidden;
        isOwed = true;
        return lines.capture(SAVING_FILE, SAVED_FILE);
    }

    boolean isOwed() {
        return isOwed;
    }

    /** The lines that undo what is owed, which then is not owed any more. */
    String undo() throws PosixException {
        if (!isOwed) {
            return "";
        }
        isOwed = false;
        // Byte by byte: what the shell printed need not be text.
        String saved = new String(folder.readBytes(SAVED_FILE), StandardCharsets.ISO_8859_1);
        folder.write(UNDO_FILE, dialect.undoing(names, saved).getBytes(StandardCharsets.ISO_8859_1));
        return lines.quietly(UNDO_FILE);
    }

    /** Nothing is owed: the shell has no past. */
    void forget() {
        isOwed = false;
    }
}
