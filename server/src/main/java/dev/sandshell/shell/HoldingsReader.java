package dev.sandshell.shell;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.EnvironmentRules;
import dev.sandshell.session.ShellHoldings;
import dev.sandshell.session.ShellHoldings.Variable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads a state for its names and values. What a shell has printed in a form that is not known here is left out: nobody
 * depends on it. Pure; takes a moment where the state is large.
 */
final class HoldingsReader {
    private final StatementReader statements;
    private final TreeMap<String, Variable> variables = new TreeMap<>();
    private final TreeMap<String, String> functions = new TreeMap<>();
    private final TreeMap<String, String> aliases = new TreeMap<>();

    private HoldingsReader(String script) {
        this.statements = new StatementReader(script);
    }

    /** Of what bash's snapshot prints: variables, functions, their names, aliases. */
    static ShellHoldings ofBash(String script) {
        HoldingsReader reader = new HoldingsReader(script);
        reader.readDeclarations("\\builtin set +o posix");
        int start = reader.statements.position();
        int end = script.lastIndexOf("\n\\builtin unalias COPROC\n");
        if (end >= start) {
            reader.statements.goTo(end + 1);
            reader.readBashFunctions(script.substring(start, end + 1));
        }
        reader.readRest();
        return reader.holdings();
    }

    /** Of what zsh's snapshot prints. */
    static ShellHoldings ofZsh(String script) {
        HoldingsReader reader = new HoldingsReader(script);
        reader.readDeclarations("\\builtin unalias -m \"*\"");
        reader.readRest();
        return reader.holdings();
    }

    /** Of what POSIX can print, which is no functions. */
    static ShellHoldings ofPosix(String script) {
        HoldingsReader reader = new HoldingsReader(script);
        reader.readDeclarations("umask");
        int start = script.indexOf("<<\"sandshell aliases\"\n", reader.statements.position());
        if (start >= 0) {
            reader.statements.goTo(script.indexOf('\n', start) + 1);
            reader.readPosixAliases();
        }
        return reader.holdings();
    }

    private ShellHoldings holdings() {
        return new ShellHoldings(
                ImmutableMap.copyOf(variables), ImmutableMap.copyOf(functions), ImmutableMap.copyOf(aliases));
    }

    // ---- variables

    private void readDeclarations(String border) {
        while (!statements.isAtEnd()) {
            List<String> words = statements.next();
            String statement = String.join(" ", words);
            if (statement.equals(border) || (words.size() == 2 && words.get(0).equals(border))) {
                return;
            }
            declared(words);
        }
    }

    private void declared(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String first = words.get(0);
        boolean isPlain = first.indexOf('=') > 0;
        boolean isExported = first.equals("export");
        if (!isPlain
                && !isExported
                && !List.of("declare", "typeset", "readonly").contains(first)) {
            return;
        }
        boolean isArray = false;
        String tied = "";
        for (String word : words.subList(isPlain ? 0 : 1, words.size())) {
            if (word.startsWith("-")) {
                isExported |= word.indexOf('x') > 0;
                isArray |= word.indexOf('a') > 0 || word.indexOf('A') > 0;
                tied = word.indexOf('T') > 0 ? "?" : tied;
            } else if (tied.equals("?")) {
                tied = word;
            } else if (!tied.isEmpty()) {
                variables.put(tied, new Variable(text(joined(word)), isExported, false));
                declared(word, false, true);
                return;
            } else {
                declared(word, isExported, isArray);
            }
        }
    }

    private void declared(String word, boolean isExported, boolean isArray) {
        int at = word.indexOf('=');
        String name = at < 0 ? word : word.substring(0, at);
        if (!EnvironmentRules.isName(name)) {
            return;
        }
        String quoted = at < 0 ? "" : word.substring(at + 1);
        boolean isList = isArray || quoted.startsWith("(");
        Variable before = variables.get(name);
        if (at < 0 && before != null) {
            // "export NAME" after "NAME=value".
            variables.put(name, new Variable(before.value(), before.isExported() || isExported, before.isArray()));
            return;
        }
        String value = isList ? quoted : QuotedWord.read(quoted).orElse(quoted);
        boolean wasExported = before != null && before.isExported();
        variables.put(name, new Variable(text(value), isExported || wasExported, isList));
    }

    /** What zsh prints of a variable that is tied to an array: that, whose elements it has with colons between them. */
    private static String joined(String array) {
        int start = array.indexOf('(');
        int end = array.lastIndexOf(')');
        if (start < 0 || end < start) {
            return "";
        }
        return new StatementReader(array.substring(start + 1, end))
                .next().stream().map(word -> QuotedWord.read(word).orElse(word)).collect(Collectors.joining(":"));
    }

    // ---- functions and aliases

    /** They come in the order of their names, which are printed after them: so no text in one is taken for another. */
    private void readBashFunctions(String printed) {
        List<String> names = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        List<String> words = statements.next();
        while (isEndOfFunctions(words) || isFunctionName(words)) {
            String name = words.get(2);
            int start = isFunctionName(words) ? printed.indexOf("\n" + name + " () ", from) : -1;
            if (start >= 0) {
                names.add(name);
                starts.add(start + 1);
                from = start + 1;
            }
            words = statements.next();
        }
        starts.add(printed.length());
        for (int i = 0; i < names.size(); i++) {
            String definition = printed.substring(starts.get(i), starts.get(i + 1));
            functions.put(text(names.get(i)), text(definition.strip()));
        }
        aliased(words);
    }

    private static boolean isEndOfFunctions(List<String> words) {
        return words.equals(List.of("\\builtin", "unalias", "COPROC"));
    }

    private static boolean isFunctionName(List<String> words) {
        return words.size() == 3
                && words.get(0).equals("declare")
                && words.get(1).startsWith("-f");
    }

    private void readRest() {
        while (!statements.isAtEnd()) {
            List<String> words = statements.next();
            if (words.size() == 4
                    && words.get(0).equals("\\builtin")
                    && words.get(1).equals("eval")) {
                QuotedWord.read(words.get(3)).ifPresent(this::evaluated);
            } else {
                aliased(words);
            }
        }
    }

    private void evaluated(String definition) {
        int end = definition.indexOf(" () {\n");
        if (end > 0) {
            QuotedWord.read(definition.substring(0, end))
                    .ifPresent(name -> functions.put(text(name), text(definition.strip())));
        }
    }

    private void aliased(List<String> words) {
        int at = words.indexOf("alias");
        boolean isAlias = at == 0 || (at == 1 && words.get(0).equals("\\builtin"));
        if (!isAlias) {
            return;
        }
        for (String word : words.subList(at + 1, words.size())) {
            aliased(word);
        }
    }

    private void aliased(String word) {
        int at = word.indexOf('=');
        Optional<String> name = at <= 0 ? Optional.empty() : QuotedWord.read(word.substring(0, at));
        if (name.isPresent() && !name.get().equals("COPROC")) {
            aliases.put(
                    text(name.get()),
                    text(QuotedWord.read(word.substring(at + 1)).orElse("")));
        }
    }

    private void readPosixAliases() {
        while (!statements.isAtEnd()) {
            List<String> words = statements.next();
            if (words.size() == 2 && words.get(0).equals("sandshell")) {
                return;
            }
            words.forEach(this::aliased);
        }
    }

    /** The text of bytes that came one a character. */
    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
