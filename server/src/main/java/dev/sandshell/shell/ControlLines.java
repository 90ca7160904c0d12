package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;
import dev.sandshell.session.CommandSpec;

/**
 * The lines that a shell reads as its input. Each stands alone: after an interrupt, or an error in the grammar of a
 * command, the shell goes on with the next. Immutable; any thread may call.
 *
 * <p>A command is sourced from its file inside a group whose streams are its FIFOs, so that it runs at the shell's top
 * level and the shell's own streams are back where they were when it is over, whatever it did to its own.
 */
final class ControlLines {
    private static final String NOTHING = " </dev/null >/dev/null 2>&1\n";

    private final Dialect dialect;
    private final SessionFolder folder;
    private final StatusFiles statusFiles;

    ControlLines(Dialect dialect, SessionFolder folder, StatusFiles statusFiles) {
        this.dialect = dialect;
        this.folder = folder;
        this.statusFiles = statusFiles;
    }

    /** Reports the status of the line before, the option letters and the folder. */
    String done(long number) {
        return report("d" + number, "\"$?\" \"$-\" \"${PWD-}\"", 3) + "\n";
    }

    /** Reports that the shell is about to show its prompt: the status of the command before, and the folder. */
    String atPrompt() {
        return report("p0", "\"$?\" \"${PWD-}\"", 2) + "\n";
    }

    /** For zsh: reports that it is about to run what was typed, with that, unless it is not to be kept. */
    String beforeTheirs() {
        return "[[ -o hist_ignore_space && $1 == ' '* ]] && \\builtin set -- ''\n" + report("c0", "\"$1\"", 1) + "\n";
    }

    /** For bash: reports which line of its history is the last one, and in the file that ends with its number. */
    String afterTheirs() {
        return report("h'\"${HISTCMD-0}\"'", "", 0) + "\n";
    }

    /** For bash: reports that the last line of its history has been written down before its end. */
    String lastTyped() {
        return report("g0", "", 0) + "\n";
    }

    /** Marks a place in what the terminal shows, wherever the shell's own streams go. */
    String mark(String text) {
        return dialect.builtin() + "printf '" + text + "' >/dev/tty\n";
    }

    /** Reports the line that is being typed. */
    String typedLine() {
        return report("l0", "\"${READLINE_LINE-}\" \"${READLINE_POINT-}\"", 2) + "\n";
    }

    /** Reports that a turn which nobody asked about is over. */
    String turnOver(long number) {
        return report("t" + number, "", 0) + "\n";
    }

    /** Sources a script of ours without anything to read or to write. */
    String quietly(String scriptFile) {
        return "{ " + source(scriptFile) + "; }" + NOTHING;
    }

    /** Sources a script of ours and keeps what it prints in a file. */
    String capture(String scriptFile, String outputFile) {
        return "{ " + source(scriptFile) + "; } </dev/null >|" + quoted(outputFile) + " 2>/dev/null\n";
    }

    /** Runs a program, or sources a script, for what it prints, keeping what it says against it too. */
    String captureAll(String scriptFile, String outputFile) {
        return "{ " + source(scriptFile) + "; } </dev/null >|" + quoted(outputFile) + " 2>&1\n";
    }

    /** The command of the end-of-shell hook; {@code hookFile} is the {@link #exitScript}. */
    String hook(String hookFile) {
        return dialect.hook(folder.file(hookFile));
    }

    /** What the file of a command holds. */
    static String commandText(CommandSpec spec, String optionLetters) {
        // On the command's own first line, so that its lines keep their numbers.
        String text = isTracing(optionLetters) ? "\\set -x; " + spec.text() : spec.text();
        return text.endsWith("\n") ? text : text + "\n";
    }

    /** Runs a command in the shell itself. */
    String foreground(CommandSpec spec, StreamSlot slot, long number, String optionLetters, boolean hasPrologue)
            throws PosixException {
        StringBuilder line = new StringBuilder(dialect.beforeCommand()).append("{ ");
        if (isTracing(optionLetters)) {
            // Or our own line would show in the command's output. The command's file turns it on again.
            line.append("{ \\set +x; } 2>/dev/null; ");
        }
        if (spec.keepsStdinOpen()) {
            line.append(report("o" + number, "", 0)).append("; ");
        }
        line.append(body(spec, slot, optionLetters, hasPrologue)).append("; }");
        return line.append(streams(spec, slot)).append('\n').toString();
    }

    /**
     * Runs a command in a child of the shell that reports when it is over. What runs the command is a child of that
     * again, so that {@code exit} ends the command and not the report.
     */
    String background(CommandSpec spec, StreamSlot slot, long number, String optionLetters, boolean hasPrologue)
            throws PosixException {
        StringBuilder job = new StringBuilder("{ ");
        if (isTracing(optionLetters)) {
            job.append("{ \\set +x; } 2>/dev/null; ");
        }
        // Its own word that it runs: before that, an interrupt might find a shell that is not ready for it.
        job.append("( ").append(report("o" + number, "", 0)).append("; ");
        job.append(body(spec, slot, optionLetters, hasPrologue))
                .append(" )")
                .append(streams(spec, slot))
                .append("; ")
                .append(report("e" + number, "\"$?\"", 1))
                .append("; } </dev/null >/dev/null 2>&1");
        // Without quotes: an interactive zsh would take an exclamation mark before one for a word of its history.
        return dialect.beforeCommand() + dialect.inBackground(job.toString(), report("j" + number, "$!", 1));
    }

    static boolean isTracing(String optionLetters) {
        return optionLetters.indexOf('x') >= 0;
    }

    private String body(CommandSpec spec, StreamSlot slot, String optionLetters, boolean hasPrologue)
            throws PosixException {
        String command = source(slot.commandFile());
        if (spec.previousStatus() != 0) {
            // On the left of "||" a status other than 0 neither ends a shell with "set -e" nor runs an ERR trap.
            boolean endsOnError = optionLetters.indexOf('e') >= 0;
            command = dialect.status(statusFiles.file(spec.previousStatus()), spec.previousStatus(), endsOnError)
                    + " || " + command;
        }
        return hasPrologue ? source(slot.prologueFile()) + " && { " + command + "; }" : command;
    }

    private String streams(CommandSpec spec, StreamSlot slot) {
        String input = "/dev/null";
        String terminal = slot.terminal();
        if (terminal != null) {
            // For reading and writing, all three, as terminals are: tmux writes to its input, more reads from stderr.
            return " <>" + Quoting.quote(terminal) + output(slot, spec.mergesStderr());
        }
        if (spec.keepsStdinOpen()) {
            input = Quoting.quote(slot.stdinFifo());
        } else if (spec.stdin() != null) {
            input = quoted(slot.inputFile());
        }
        return " <" + input + output(slot, spec.mergesStderr());
    }

    /** The redirections to the output of a slot. */
    String output(StreamSlot slot, boolean mergesStderr) {
        if (slot.terminal() != null) {
            return " 1<>" + Quoting.quote(slot.terminal()) + " 2>&1";
        }
        return " >" + Quoting.quote(slot.stdoutFifo())
                + (mergesStderr ? " 2>&1" : " 2>" + Quoting.quote(slot.stderrFifo()));
    }

    /** It begins with an end of field, so that whatever else got into the FIFO ends before it. */
    private String report(String tag, String values, int count) {
        return dialect.builtin() + "printf '\\0" + tag + "\\0" + "%s\\0".repeat(count) + "' " + values + " >"
                + Quoting.quote(folder.reports());
    }

    /**
     * The script that runs when the shell ends: keeps the state, says so, and passes the status on to the user's own.
     *
     * @param armingFile the script that sets the trap, where the shell cannot tell any more
     * @param tellings lines that tell what else is to be known, or nothing
     * @param output where the user's own writes to, as {@link #output} has it, or nothing
     */
    String exitScript(String snapshotFile, String stateFile, String armingFile, String tellings, String output) {
        String snapshot = source(snapshotFile);
        if (dialect.unwindsBeforeExitTrap()) {
            snapshot += "; " + dialect.builtin() + "printf '%s\\n' " + Quoting.quote(source(armingFile));
        }
        return "{ " + snapshot + "; } >|" + quoted(stateFile) + " 2>/dev/null\n" + tellings + report("x0", "", 0) + "\n"
                + dialect.endOfHook(output);
    }

    private String source(String scriptFile) {
        return dialect.dot() + quoted(scriptFile);
    }

    private String quoted(String name) {
        return Quoting.quote(folder.file(name));
    }
}
