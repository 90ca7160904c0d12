package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.posix.PosixException;
import java.util.Map;

/** zle, the line editor of zsh, from 5.3 on. Confined to the event loop. */
final class ZshLineEditor implements LineEditor {

    private static final String PROMPT_FILE = "prompt";
    private static final String COMMAND_FILE = "command";
    private static final String COMMAND_MARK = "\033]5379;command\007";

    /** zsh reads its start-up files from the session's folder, and those read the user's. */
    private static final String FIRST_FILE = ".zshenv";

    private static final String LAST_FILE = ".zshrc";

    private final SessionFolder folder;
    private final ControlLines lines;
    private final Map<String, String> environment;

    /**
     * @param environment what the shell is started with
     */
    ZshLineEditor(SessionFolder folder, ControlLines lines, Map<String, String> environment) {
        this.folder = folder;
        this.lines = lines;
        this.environment = environment;
    }

    @Override
    public Launch launch(boolean readsUserFiles) throws PosixException {
        folder.write(PROMPT_FILE, lines.atPrompt() + lines.mark(ShellIntegration.PROMPT_MARK));
        folder.write(COMMAND_FILE, lines.beforeTheirs() + lines.mark(COMMAND_MARK));
        folder.write(HOOKS_FILE, hooks());
        String asked = environment.get("ZDOTDIR");
        String own = "ZDOTDIR=" + Quoting.quote(folder.path().toString()) + "\n";
        String users = asked == null ? "\\builtin unset ZDOTDIR\n" : "export ZDOTDIR=" + Quoting.quote(asked) + "\n";
        if (readsUserFiles) {
            folder.write(FIRST_FILE, users + readTheirs(".zshenv") + """
                    _sandshell_zdotdir=${ZDOTDIR-}
                    """ + own);
            folder.write(LAST_FILE, """
                    ZDOTDIR=$_sandshell_zdotdir
                    \\builtin unset _sandshell_zdotdir
                    [[ -n $ZDOTDIR ]] || \\builtin unset ZDOTDIR
                    """ + readTheirs(".zshrc") + source(HOOKS_FILE) + "\n");
        } else {
            folder.write(FIRST_FILE, "");
            folder.write(LAST_FILE, users + source(HOOKS_FILE) + "\n");
        }
        return new Launch(
                readsUserFiles ? ImmutableList.of("-i") : ImmutableList.of("-d", "-i"),
                ImmutableMap.of("ZDOTDIR", folder.path().toString()));
    }

    private static String readTheirs(String file) {
        return "[[ ! -r ${ZDOTDIR:-$HOME}/" + file + " ]] || \\builtin . ${ZDOTDIR:-$HOME}/" + file + "\n";
    }

    @Override
    public String initialization(boolean readsUserFiles) {
        return (readsUserFiles ? "" : "\\builtin unset HISTFILE\nSAVEHIST=0\n")
                + "\\builtin setopt no_check_jobs no_hup\n";
    }

    /**
     * A widget is a function, in which what a command declares would be local. So it only puts the turn on zsh's schedule,
     * and zle, before it waits for the next key, runs that at the top level. Then the status is what it was.
     * A brace is closed only where a command begins, since with {@code IGNORE_BRACES} nothing else closes one.
     */
    private String hooks() {
        // The functions are the same in every session, and so in every state that is taken from one into another.
        return "_sandshell=" + Quoting.quote(folder.path().toString()) + "\n" + """
                \\builtin zmodload zsh/sched
                _sandshell_turn() {
                  \\builtin sched +0 '{
                    if [[ -o xtrace ]]; then _sandshell_traced=; \\builtin set +x; fi
                    \\builtin . "$_sandshell/turn"
                  } 2>/dev/null; () { \\builtin return '$?'; } && \\builtin true'
                }
                \\builtin zle -N _sandshell_turn
                () {
                  \\builtin local keymap
                  for keymap in emacs viins vicmd visual isearch command menuselect listscroll; do
                    \\builtin bindkey -M $keymap '^^' _sandshell_turn 2>/dev/null || \\builtin true
                  done
                }
                _sandshell_prompt() {
                  { \\builtin . "$_sandshell/prompt"; } 2>/dev/null
                }
                _sandshell_command() {
                  { \\builtin . "$_sandshell/command"; } 2>/dev/null
                }
                \\builtin typeset -ga precmd_functions preexec_functions
                precmd_functions=(${precmd_functions:#_sandshell_prompt} _sandshell_prompt)
                preexec_functions=(${preexec_functions:#_sandshell_command} _sandshell_command)
                """;
    }

    private String source(String file) {
        return "\\builtin . " + Quoting.quote(folder.file(file));
    }

    /**
     * However the lines end, by an error or an interrupt, is forgotten at their end, and the line editor goes on. It is
     * one command, which also leaves the file, since zsh reads a file as it goes: by then it may hold the next turn.
     *
     * <p>What is traced goes where the errors went when zsh began with the file; so it begins without tracing.
     */
    @Override
    public String turn(Wish wish) {
        return "\\builtin : >|" + Quoting.quote(folder.file(TURN_FILE)) + "\n{\n"
                + "if (( ${+_sandshell_traced} )); then \\builtin unset _sandshell_traced; \\builtin set -x; fi\n"
                + (wish.showsMore() ? "\\builtin zle -I\n" : "")
                + (wish.marks() ? "\\builtin printf '" + BEGIN_MARK + "'\n" : "")
                + wish.lines()
                + "} always {\n"
                + wish.report()
                + (wish.marks() ? "\\builtin printf '" + END_MARK + "'\n" : "")
                + "TRY_BLOCK_ERROR=0 TRY_BLOCK_INTERRUPT=0\n"
                + "(( ${+functions[_sandshell_prompt]} && ${precmd_functions[(I)_sandshell_prompt]}"
                + " && ${+functions[_sandshell_command]} && ${preexec_functions[(I)_sandshell_command]} )) || "
                + source(HOOKS_FILE) + "\n\\builtin return 0\n}\n";
    }

    /** zle goes on after an interrupt. */
    @Override
    public boolean losesLine() {
        return false;
    }

    @Override
    public String restoring(String line, String position) {
        return "";
    }

    @Override
    public String beforeCommand() {
        return COMMAND_MARK;
    }

    @Override
    public boolean paints() {
        return false;
    }

    @Override
    public boolean setsTerminal() {
        return true;
    }

    @Override
    public boolean unwindsBeforeExitTrap() {
        return false;
    }

    /** It has told before it ran the line. */
    @Override
    public String beforeExit() {
        return "";
    }

    @Override
    public String withoutHooks(String state) {
        return state;
    }
}
