package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.posix.PosixException;
import java.util.regex.Pattern;

/** readline, as bash uses it, from 4.4 on. Confined to the event loop. */
final class BashLineEditor implements LineEditor {
    private static final String PROMPT_FILE = "prompt";
    private static final String START_FILE = "start";

    private final SessionFolder folder;
    private final ControlLines lines;

    BashLineEditor(SessionFolder folder, ControlLines lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /**
     * Without start-up files nothing is read but the environment, so that is the way in: the first prompt runs what it
     * finds there. A user's file may well set that itself, so then a file of ours reads theirs.
     */
    @Override
    public Launch launch(boolean readsUserFiles) throws PosixException {
        folder.write(
                PROMPT_FILE,
                lines.atPrompt()
                        // The next prompt may come before this is read, so each line has a file.
                        + "HISTTIMEFORMAT= \\builtin history 1 >|"
                        + Quoting.quote(folder.file(TYPED_FILE)) + "\"${HISTCMD-}\"\n"
                        + lines.afterTheirs()
                        + lines.mark(ShellIntegration.PROMPT_MARK));
        folder.write(HOOKS_FILE, hooks());
        if (!readsUserFiles) {
            return new Launch(
                    ImmutableList.of("--noprofile", "--norc", "-i"),
                    ImmutableMap.of("PROMPT_COMMAND", firstHook(), "HISTFILE", "/dev/null"));
        }
        folder.write(START_FILE, "[[ ! -r ~/.bashrc ]] || \\builtin . ~/.bashrc\n" + source(HOOKS_FILE) + "\n");
        return new Launch(ImmutableList.of("--rcfile", folder.file(START_FILE), "-i"), ImmutableMap.of());
    }

    @Override
    public String initialization(boolean readsUserFiles) {
        return readsUserFiles ? "" : "\\builtin unset -v HISTFILE\n";
    }

    /**
     * Binds the key in every keymap that a person types in, and has prompts told of. From 5.1 on the hook is an element
     * of its own, and not the first, so that it outlives who sets the variable.
     */
    private String hooks() {
        StringBuilder script = new StringBuilder("""
                if [[ ${PROMPT_COMMAND-} == %1$s ]]; then \\builtin unset -v PROMPT_COMMAND; fi
                if [[ ${BASH_VERSINFO[0]} -gt 5 || ( ${BASH_VERSINFO[0]} -eq 5 && ${BASH_VERSINFO[1]} -ge 1 ) ]]; then
                  if [[ "${PROMPT_COMMAND[*]-}" != *%2$s* ]]; then
                    if [[ ${#PROMPT_COMMAND[@]} -eq 0 ]]; then PROMPT_COMMAND=([1]=%2$s); else PROMPT_COMMAND+=(%2$s); fi
                  fi
                elif [[ ${PROMPT_COMMAND-} != *%2$s* ]]; then
                  PROMPT_COMMAND=%2$s${PROMPT_COMMAND:+$'\\n'$PROMPT_COMMAND}
                fi
                """.formatted(Quoting.quote(firstHook()), Quoting.quote(hook())));
        for (String keymap : ImmutableList.of("emacs-standard", "vi-insert", "vi-command")) {
            script.append("\\builtin bind -m ").append(keymap).append(" -x ").append(Quoting.quote(binding()));
            script.append(" 2>/dev/null || \\builtin :\n");
        }
        return script.toString();
    }

    private String binding() {
        return "\"\\C-^\": { " + source(TURN_FILE) + "; } 2>/dev/null";
    }

    private String firstHook() {
        return source(HOOKS_FILE) + "; " + hook();
    }

    private String hook() {
        return "{ " + source(PROMPT_FILE) + "; } 2>/dev/null";
    }

    private String source(String file) {
        return "\\builtin . " + Quoting.quote(folder.file(file));
    }

    /** What bash tells a bound command of the line is not the command's business, and would be exported to programs. */
    @Override
    public String turn(Wish wish) {
        // Where there is nothing to run, the report is about what was before, which any line of ours would hide.
        boolean onlyReports = wish.lines().isEmpty();
        return (onlyReports ? wish.report() : "")
                + "\\builtin : >|" + Quoting.quote(folder.file(TURN_FILE)) + "\n"
                + "\\builtin printf '" + BEGIN_MARK + "'\n"
                + (wish.keepsLine() ? lines.typedLine() : "")
                + "\\builtin unset -v READLINE_LINE READLINE_POINT READLINE_MARK READLINE_ARGUMENT\n"
                + wish.lines()
                + (onlyReports ? "" : wish.report())
                + "[[ \"${PROMPT_COMMAND[*]-}\" == *" + Quoting.quote(hook()) + "* ]] || " + source(HOOKS_FILE) + "\n"
                + "\\builtin printf '" + END_MARK + "'\n";
    }

    @Override
    public boolean losesLine() {
        return true;
    }

    @Override
    public String restoring(String line, String position) {
        return "READLINE_LINE=" + Quoting.quote(line) + " READLINE_POINT=" + Quoting.quote(position) + "\n";
    }

    /** PS0 would tell too, but bash reads it where it was when the line began, even if a call has changed it since. */
    @Override
    public String beforeCommand() {
        return "\033[?2004l\r";
    }

    @Override
    public boolean paints() {
        return true;
    }

    @Override
    public boolean setsTerminal() {
        return false;
    }

    @Override
    public boolean unwindsBeforeExitTrap() {
        return true;
    }

    /** Of the line that ends the shell no prompt tells. */
    @Override
    public String beforeExit() {
        return "HISTTIMEFORMAT= \\builtin history 1 2>/dev/null >|" + Quoting.quote(folder.file(LAST_TYPED_FILE))
                + " || \\builtin :\n" + lines.lastTyped();
    }

    @Override
    public String withoutHooks(String state) {
        String printed = hook().replace("\\", "\\\\");
        return Pattern.compile(" ?\\[[0-9]+]=\"" + Pattern.quote(printed) + "\"")
                .matcher(state)
                .replaceAll("");
    }
}
