package dev.sandshell.shell;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a session takes over from the server's environment: all that a person would expect to find in a terminal of their
 * editor (search path, language, proxies, the homes of their tools), without what describes somebody else's terminal,
 * shell or editor. Pure.
 */
final class InheritedEnvironment {
    /** Of another terminal, or of the shell that started us; or would run code at the start of every shell. */
    private static final ImmutableSet<String> LEFT_OUT = ImmutableSet.of(
            "TERM",
            "TERMCAP",
            "COLUMNS",
            "LINES",
            "STY",
            "WINDOWID",
            "GNOME_TERMINAL_SCREEN",
            "KITTY_WINDOW_ID",
            "TERM_PROGRAM",
            "TERM_PROGRAM_VERSION",
            "TERM_SESSION_ID",
            "COLORTERM",
            "VTE_VERSION",
            "INSIDE_EMACS",
            "SHLVL",
            "_",
            "OLDPWD",
            "PWD",
            "PS1",
            "PROMPT_COMMAND",
            "BASH_ENV",
            "ENV",
            "POSIXLY_CORRECT",
            "ELECTRON_RUN_AS_NODE",
            "SANDSHELL_CHANNEL",
            "SANDSHELL_RUNTIME_DIR");

    private static final ImmutableSet<String> LEFT_OUT_PREFIXES =
            ImmutableSet.of("TMUX", "VSCODE_", "NVIM", "VIM", "BASH_FUNC_", "JAVA_MAIN_CLASS_", "JAVA_TOOL_OPTIONS_");

    private InheritedEnvironment() {}

    static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> kept = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (!LEFT_OUT.contains(name) && LEFT_OUT_PREFIXES.stream().noneMatch(name::startsWith)) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
