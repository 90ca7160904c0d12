package dev.sandshell.live;

import dev.sandshell.policy.Secrets;
import dev.sandshell.session.ShellHoldings;
import dev.sandshell.session.ShellHoldings.Variable;
import dev.sandshell.syntax.Name;
import java.util.Optional;

/** What is said of a name: what it stands for in the session at its last prompt. Reads the disk for programs. */
public final class Explanation {
    private static final int MOST_LINES = 40;
    private static final int MOST_CHARACTERS = 4_000;

    private final LiveState live;
    private final SearchPath programs;
    private final boolean isMarkdown;

    /**
     * What is known of a session, and of the programs on the disk.
     *
     * @param isMarkdown whether it is said in Markdown, and not in plain text
     */
    public Explanation(LiveState live, SearchPath programs, boolean isMarkdown) {
        this.live = live;
        this.programs = programs;
        this.isMarkdown = isMarkdown;
    }

    /** Nothing where nothing is known. */
    public Optional<String> of(Name name) {
        Optional<String> said = name.kind() == Name.Kind.VARIABLE ? variable(name.text()) : command(name.text());
        return said.map(text -> text + "\n\n" + moment());
    }

    private Optional<String> variable(String name) {
        Variable variable = live.holdings().variables().get(name);
        if (variable == null) {
            return Optional.empty();
        }
        String kind = (variable.isExported() ? "exported " : "") + (variable.isArray() ? "array" : "variable");
        String value = Secrets.shown(name, variable.value());
        String hidden = value.equals(Secrets.MASK) && !variable.value().equals(Secrets.MASK) ? " (not shown)" : "";
        return Optional.of(
                code(name) + ": " + kind + hidden + (value.isEmpty() ? ", empty" : "\n\n" + block("text", value)));
    }

    private Optional<String> command(String name) {
        ShellHoldings holdings = live.holdings();
        String alias = holdings.aliases().get(name);
        if (alias != null) {
            return Optional.of(code(name) + ": alias\n\n" + block("sh", Secrets.masked(alias)));
        }
        ShellWords words = ShellWords.of(live.shell());
        if (words.keywords().contains(name)) {
            return Optional.of(code(name) + ": keyword of " + live.shell());
        }
        String function = holdings.functions().get(name);
        if (function != null) {
            return Optional.of(code(name) + ": function\n\n" + block("sh", Secrets.masked(function)));
        }
        if (words.builtins().contains(name)) {
            return Optional.of(code(name) + ": builtin of " + live.shell());
        }
        if (name.indexOf('/') >= 0) {
            return Optional.empty();
        }
        return programs.find(name, holdings.text("PATH"), live.cwd())
                .map(path -> code(name) + ": " + code(path.toString()));
    }

    private String moment() {
        String now = live.isBusy() ? "; something runs there since" : "";
        String session = isMarkdown ? live.sessionId().replaceAll("[*_`\\\\]", "\\\\$0") : live.sessionId();
        String said = "In session " + session + " as of its last prompt" + now + ".";
        return isMarkdown ? "*" + said + "*" : said;
    }

    private String code(String text) {
        return isMarkdown ? "`" + text + "`" : text;
    }

    /** A block whose end no text can have in it. */
    private String block(String language, String text) {
        if (!isMarkdown) {
            return shortened(text);
        }
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + shortened(text) + "\n" + fence;
    }

    private static String shortened(String text) {
        String shown = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        int lines = 0;
        int end = 0;
        while (end >= 0 && lines < MOST_LINES) {
            lines++;
            end = shown.indexOf('\n', end + 1);
        }
        boolean isCut = shown.length() < text.length() || end >= 0;
        return (end >= 0 ? shown.substring(0, end) : shown) + (isCut ? "\n…" : "");
    }
}
