package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.sandshell.session.ShellHoldings;
import java.util.List;
import java.util.regex.Pattern;

/** zsh, from 5.3 on. */
final class ZshDialect implements DeclaringDialect {
    private static final String EXIT_FUNCTION = "TRAPEXIT";

    /** The user's {@link #EXIT_FUNCTION} while our hook has its place. */
    private static final String EXIT_COPY = "_sandshell_TRAPEXIT";

    private static final Pattern SHADOW = Pattern.compile(
            "^(?:\\\\builtin eval -- '(\\S+) \\(\\) \\{|\\\\builtin alias (?:-[gs] )?-- ([^=\\s]+)=.*)$",
            Pattern.MULTILINE);

    private static final ImmutableSet<String> IMPURE = ImmutableSet.copyOf(
            ". alias autoload bg bindkey break builtin bye case cd chdir command compctl continue coproc declare dirs"
                    .concat(" disable disown do done echotc echoti elif else emulate enable end esac eval exec exit")
                    .concat(" export false fc fg fi float for foreach function functions getln getopts hash history if")
                    .concat(" integer jobs kill let limit local log logout nocorrect noglob popd print printf pushd")
                    .concat(" pushln r read readonly rehash repeat return sched select set setopt shift source stat")
                    .concat(" suspend then time times trap ttyctl type typeset ulimit umask unalias unfunction unhash")
                    .concat(" unlimit unset unsetopt until vared wait whence where which while zcompile zformat zle")
                    .concat(" zmodload zparseopts zprof zpty zregexparse zsocket zstat zstyle ztcp - [[ {")
                    .split(" "));

    @Override
    public String name() {
        return "zsh";
    }

    /**
     * {@code +Z} is the line editor, which would read the terminal instead of our FIFO. The other two would put a mark and
     * a line's worth of spaces on the terminal before each prompt, which itself goes nowhere.
     */
    @Override
    public ImmutableList<String> arguments(boolean readsUserFiles) {
        ImmutableList<String> quietly = ImmutableList.of("+Z", "-i", "+o", "prompt_sp", "+o", "prompt_cr");
        return readsUserFiles
                ? quietly
                : ImmutableList.<String>builder().add("-f").addAll(quietly).build();
    }

    @Override
    public String builtin() {
        return "\\builtin ";
    }

    @Override
    public String dot() {
        return "\\builtin . ";
    }

    /**
     * At the first {@code exit} with jobs in the background zsh only warns, and at the second it kills them; neither is
     * for a caller that cannot see the warning.
     */
    @Override
    public String initialization() {
        return """
                \\builtin unset HISTFILE
                SAVEHIST=0
                \\builtin setopt no_check_jobs no_hup no_prompt_sp no_prompt_cr
                """;
    }

    @Override
    public String snapshot() {
        return ZshSnapshot.SCRIPT;
    }

    @Override
    public String readable(String printed) {
        return ZshSnapshot.readable(printed);
    }

    @Override
    public String undoing(List<String> names, String saved) {
        return ZshSnapshot.readable(saved);
    }

    @Override
    public boolean trapsByFunction() {
        return true;
    }

    /** A trap that is a function, which would go with a trap that is none, goes on by another name behind the hook. */
    @Override
    public String arming(String hook, String own) {
        String copy =
                own.contains(EXIT_COPY) ? "" : "\\builtin unfunction " + EXIT_COPY + " 2>/dev/null || \\builtin :\n";
        return "if (( ${+functions[" + EXIT_FUNCTION + "]} )); then\n"
                + copying(EXIT_FUNCTION, EXIT_COPY)
                + "\\builtin trap -- " + Quoting.quote(hook + "\n" + EXIT_COPY + " 0") + " EXIT\n"
                + "else\n" + copy + DeclaringDialect.super.arming(hook, own) + "fi\n";
    }

    /** Only a function that is defined by its name is a trap; then it may become any other. */
    @Override
    public String disarming(String own) {
        return "if (( ${+functions[" + EXIT_COPY + "]} )); then\n"
                + EXIT_FUNCTION + " () {\n\\builtin :\n}\n"
                + copying(EXIT_COPY, EXIT_FUNCTION)
                + "\\builtin unfunction " + EXIT_COPY + "\n"
                + "else\n" + DeclaringDialect.super.disarming(own) + "fi\n";
    }

    /** As it is from 5.8 on; before, by way of its text. */
    private static String copying(String from, String to) {
        return "\\builtin functions -c " + from + " " + to + " 2>/dev/null || functions[" + to + "]=${functions[" + from
                + "]}\n";
    }

    @Override
    public String functionSource(String name) {
        return "\\builtin zmodload -F zsh/parameter p:functions_source\n"
                + "() { \\builtin print -r -- \"${functions_source[$1]}\" } " + name + "\n";
    }

    @Override
    public String declaration() {
        return "typeset -p ";
    }

    @Override
    public String inBackground(String job, String report) {
        return job + " &!\n" + report + "\n";
    }

    /** Without {@code chpwd} and its like: a folder for one call is not the user's change of folder. */
    @Override
    public String folderChange() {
        return "cd -q -- ";
    }

    @Override
    public Pattern shadow() {
        return SHADOW;
    }

    @Override
    public ShellHoldings holdings(String state) {
        return HoldingsReader.ofZsh(state);
    }

    @Override
    public ImmutableSet<String> impureWords() {
        return IMPURE;
    }
}
