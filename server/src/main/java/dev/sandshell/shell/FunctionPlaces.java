package dev.sandshell.shell;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.FunctionPlace;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has a live shell say where a function was read from. Confined to the event loop. */
final class FunctionPlaces {
    private static final String SCRIPT_FILE = "function";
    private static final String OUTPUT_FILE = "function-output";

    /** bash: the name, the line, the file; zsh: the file alone. */
    private static final Pattern PLACE = Pattern.compile("^(?:\\S+ (\\d{1,9}) )?(\\S.*)$");

    private final Snapshots.Asker shell;
    private final Dialect dialect;
    private final SessionFolder folder;
    private final ControlLines lines;

    FunctionPlaces(Snapshots.Asker shell, Dialect dialect, SessionFolder folder, ControlLines lines) {
        this.shell = shell;
        this.dialect = dialect;
        this.folder = folder;
        this.lines = lines;
    }

    /** As {@link dev.sandshell.session.Shell#findFunction} has it. */
    void find(String name, Consumer<Optional<FunctionPlace>> done, Consumer<RefusedException> failed) {
        try {
            folder.write(SCRIPT_FILE, dialect.functionSource(Quoting.quote(name)));
            shell.ask(
                    lines.capture(SCRIPT_FILE, OUTPUT_FILE),
                    (status, cwd) -> done.accept(status == 0 ? place() : Optional.empty()));
        } catch (PosixException e) {
            failed.accept(ShellRecipe.refused("ResourceLimit", "the shell could not be asked: " + e.getMessage()));
        }
    }

    private Optional<FunctionPlace> place() {
        Matcher printed = PLACE.matcher(folder.read(OUTPUT_FILE).strip());
        // What came as a command, or with a state, is from a file of ours, which is nobody's to look at.
        return printed.matches() && !printed.group(2).startsWith(folder.path().toString())
                ? Optional.of(new FunctionPlace(
                        printed.group(2), printed.group(1) == null ? 0 : Integer.parseInt(printed.group(1))))
                : Optional.empty();
    }
}
