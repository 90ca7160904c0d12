package dev.sandshell.live;

import com.google.common.collect.ImmutableList;
import dev.sandshell.policy.Secrets;
import dev.sandshell.session.ShellHoldings;
import dev.sandshell.session.ShellHoldings.Variable;
import dev.sandshell.syntax.Cursor;
import dev.sandshell.syntax.Definitions;
import dev.sandshell.syntax.Name;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a place of a script is offered. What the script itself has comes first, then what the session has in the order in
 * which its shell would look for it. Confined to one thread at a time; reads the disk, asks no shell and runs nothing.
 */
public final class Completer {
    /** Those that take folders alone. */
    private static final Set<String> FOLDER_COMMANDS = Set.of("cd", "chdir", "pushd", "rmdir");

    /** Those whose arguments are commands. */
    private static final Set<String> COMMAND_COMMANDS = Set.of(
            "command", "builtin", "exec", "type", "which", "whence", "where", "sudo", "nohup", "time", "env", "xargs");

    private static final int MOST_DETAIL = 100;

    private final SearchPath programs = new SearchPath();
    private final ManualPages manual = new ManualPages();

    public SearchPath programs() {
        return programs;
    }

    /**
     * What a place is offered.
     *
     * @param shell that of the script, where there is no session
     * @param live what is known of the session; null where there is none
     * @param help what the command has printed for {@code --help} when somebody ran that in the session, or nothing
     */
    public Offers offers(Cursor cursor, Definitions own, String shell, @Nullable LiveState live, String help) {
        Offers offers = new Offers();
        ShellHoldings holdings = live == null ? ShellHoldings.NONE : live.holdings();
        switch (cursor.kind()) {
            case COMMAND -> {
                if (cursor.typed().indexOf('/') >= 0) {
                    addFiles(offers, cursor, live, FileOffers.Wanted.PROGRAMS);
                } else {
                    addCommands(offers, cursor.typed(), own, live == null ? shell : live.shell(), live);
                }
            }
            case VARIABLE, BRACED_VARIABLE, VARIABLE_NAME -> addVariables(offers, cursor, own, holdings);
            case FILE -> addFiles(offers, cursor, live, FileOffers.Wanted.ANY);
            case ARGUMENT -> addArguments(offers, cursor, own, shell, live, help);
            case NOTHING -> {}
        }
        return offers;
    }

    private void addArguments(
            Offers offers, Cursor cursor, Definitions own, String shell, @Nullable LiveState live, String help) {
        String command = cursor.command() == null ? "" : cursor.command();
        if (cursor.typed().startsWith("-") && !cursor.isQuoted()) {
            addOptions(offers, cursor.typed(), command, live, help);
        } else if (COMMAND_COMMANDS.contains(command) && cursor.typed().indexOf('/') < 0 && !cursor.isQuoted()) {
            addCommands(offers, cursor.typed(), own, live == null ? shell : live.shell(), live);
        } else {
            boolean wantsFolders = FOLDER_COMMANDS.contains(command);
            addFiles(offers, cursor, live, wantsFolders ? FileOffers.Wanted.FOLDERS : FileOffers.Wanted.ANY);
        }
    }

    private static void addFiles(Offers offers, Cursor cursor, @Nullable LiveState live, FileOffers.Wanted wanted) {
        new FileOffers(
                        cursor,
                        live == null ? "" : live.cwd(),
                        live == null ? ShellHoldings.NONE : live.holdings(),
                        wanted)
                .addTo(offers);
    }

    // ---- commands

    private void addCommands(Offers offers, String typed, Definitions own, String shell, @Nullable LiveState live) {
        addNames(offers, typed, own.functions().keySet(), Offer.Kind.OWN_FUNCTION, "function of this script");
        if (live != null) {
            live.holdings().functions().keySet().stream()
                    .filter(name -> isOffered(name, typed))
                    .forEach(name -> offers.add(new Offer(Offer.Kind.FUNCTION, name, name, "", "function")));
            live.holdings().aliases().forEach((name, value) -> {
                if (isOffered(name, typed)) {
                    offers.add(new Offer(Offer.Kind.ALIAS, name, name, shortened(Secrets.masked(value)), "alias"));
                }
            });
        }
        ShellWords words = ShellWords.of(shell);
        addNames(offers, typed, words.keywords(), Offer.Kind.KEYWORD, "keyword");
        addNames(offers, typed, words.builtins(), Offer.Kind.BUILTIN, "builtin");
        if (live != null) {
            String path = live.holdings().text("PATH");
            for (SearchPath.Program program : programs.startingWith(typed, path, live.cwd(), Offers.MOST + 1)) {
                offers.add(new Offer(
                        Offer.Kind.COMMAND,
                        program.name(),
                        WordQuoting.escaped(program.name()),
                        program.path().toString(),
                        "command"));
            }
        }
    }

    private static void addNames(
            Offers offers, String typed, Collection<String> names, Offer.Kind kind, String source) {
        for (String name : names) {
            if (isOffered(name, typed)) {
                offers.add(new Offer(kind, name, name, "", source));
            }
        }
    }

    /** What completion itself is made of is not what somebody is after, unless they say so. */
    private static boolean isOffered(String name, String typed) {
        return name.startsWith(typed) && (!name.startsWith("_") || typed.startsWith("_"));
    }

    // ---- variables

    private static void addVariables(Offers offers, Cursor cursor, Definitions own, ShellHoldings holdings) {
        boolean closes = cursor.kind() == Cursor.Kind.BRACED_VARIABLE;
        for (Map.Entry<String, Name> variable : own.variables().entrySet()) {
            String name = variable.getKey();
            boolean isItself = variable.getValue().start() == cursor.start();
            if (name.startsWith(cursor.typed()) && !isItself) {
                offers.add(new Offer(Offer.Kind.OWN_VARIABLE, name, name, "", "variable of this script"));
            }
        }
        for (Map.Entry<String, Variable> variable : holdings.variables().entrySet()) {
            String name = variable.getKey();
            if (name.startsWith(cursor.typed()) && !name.startsWith("_sandshell")) {
                String value = shortened(Secrets.shown(name, variable.getValue().value()));
                String source = variable.getValue().isExported() ? "exported variable" : "variable";
                String text = closes && variable.getValue().isArray() ? name + "[@]" : name;
                offers.add(new Offer(Offer.Kind.VARIABLE, name, text, value, source));
            }
        }
    }

    // ---- options

    private void addOptions(Offers offers, String typed, String command, @Nullable LiveState live, String help) {
        ImmutableList<CommandOption> options = HelpText.options(help);
        String source = "from --help";
        if (options.isEmpty() && live != null && !command.isEmpty()) {
            ShellHoldings holdings = live.holdings();
            String name = command.substring(command.lastIndexOf('/') + 1);
            options = manual.options(name, holdings.text("PATH"), holdings.text("MANPATH"), live.cwd());
            source = "from its manual page";
        }
        for (CommandOption option : options) {
            if (option.name().startsWith(typed)) {
                offers.add(new Offer(Offer.Kind.OPTION, option.name(), option.name(), option.description(), source));
            }
        }
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        return line.length() > MOST_DETAIL ? line.substring(0, MOST_DETAIL - 1) + "…" : line;
    }
}
