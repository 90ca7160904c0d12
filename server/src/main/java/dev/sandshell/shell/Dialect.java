package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.sandshell.session.ShellHoldings;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs from shell to shell: how it is started without a line editor, which words reach its builtins past the
 * user's aliases and functions, and how it prints its own state. Immutable; any thread may call.
 */
interface Dialect {
    String name();

    /** The arguments after the path. */
    ImmutableList<String> arguments(boolean readsUserFiles);

    /** The word before a builtin that keeps aliases and functions of the same name out. */
    String builtin();

    /** The command that reads a script into the running shell. */
    String dot();

    /** Run once in a shell without a past. */
    String initialization();

    /** A script that prints a script, which tells a fresh shell everything that this one knows. */
    String snapshot();

    /** What {@link #snapshot} has printed, such that the shell reads it as what it meant; not all can print so. */
    default String readable(String printed) {
        return printed;
    }

    /**
     * A command that leaves a status behind, to stand before {@code ||}.
     *
     * @param script a script that returns the status, which takes no process
     * @param endsOnError whether {@code set -e} is on
     */
    default String status(String script, int status, boolean endsOnError) {
        return dot() + Quoting.quote(script);
    }

    /** Lines that a shell reads first of all before a command. */
    default String beforeCommand() {
        return "";
    }

    /**
     * Lines that run a job in the background and then report its process. The job is kept out of the shell's table: the
     * shell would tell of its end, with our words, in the output of some later command.
     */
    default String inBackground(String job, String report) {
        return job + " &\n" + builtin() + "disown $!\n" + report + "\n";
    }

    /** The command of the EXIT trap that runs a script of ours and then has {@code $?} be what it was. */
    default String hook(String script) {
        return dot() + Quoting.quote(script) + " \"$?\"";
    }

    /**
     * The script that sets the EXIT trap.
     *
     * @param hook the command of {@link #hook}
     * @param own the user's trap, as the shell has quoted it, or nothing
     */
    default String arming(String hook, String own) {
        // Words in quotes that touch are one word.
        return "trap -- " + Quoting.quote(hook) + (own.isEmpty() ? "" : "'\n'" + own) + " EXIT\n";
    }

    /** The script that leaves the user's trap alone, which is this command, or none where it is empty. */
    default String disarming(String own) {
        return own.isEmpty() ? "trap - EXIT\n" : "trap -- " + Quoting.quote(own) + " EXIT\n";
    }

    /** Whether a function by the name of {@code TRAPEXIT} is a trap. */
    default boolean trapsByFunction() {
        return false;
    }

    /** Whether a shell that exits undoes all redirections, and forgets the EXIT trap, before it runs that. */
    default boolean unwindsBeforeExitTrap() {
        return false;
    }

    /**
     * How the script of {@link #hook} ends.
     *
     * @param output redirections to the streams of the command that runs, or nothing
     */
    default String endOfHook(String output) {
        return (output.isEmpty() ? "" : "\\exec" + output + "\n") + "\\return \"$1\"\n";
    }

    /**
     * A script that prints, before a call with a folder or an environment of its own, how to undo them.
     *
     * @param names the variables that the call sets or unsets
     */
    String saving(List<String> names, boolean savesFolder);

    /** The script that undoes, made of what {@link #saving} has printed. */
    default String undoing(List<String> names, String saved) {
        return saved;
    }

    /** The command that changes to an absolute folder, without running hooks of the user's. */
    default String changeFolder(String path) {
        return builtin() + folderChange() + Quoting.quote(path);
    }

    /** The words before the path. */
    default String folderChange() {
        return "cd -- ";
    }

    /**
     * A script that prints where a function was read from, in a form that {@link FunctionPlaces} knows.
     *
     * @param name in quotes
     */
    default String functionSource(String name) {
        return "";
    }

    /** Finds aliases and functions in what {@link #snapshot} has printed; one of its groups is the name. */
    Pattern shadow();

    /** The names of aliases and functions in what {@link #snapshot} has printed. */
    default ImmutableSet<String> shadows(String state) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        Matcher matcher = shadow().matcher(state);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String name = matcher.group(group);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names.build();
    }

    /** Whether {@link #shadows} sees functions too. */
    default boolean listsFunctions() {
        return true;
    }

    /** What {@link #snapshot} has printed, for whoever only looks. */
    ShellHoldings holdings(String state);

    /** The builtins and reserved words of this shell that can change its state, or what is run after them. */
    ImmutableSet<String> impureWords();
}
