package dev.sandshell.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A state of a shell that a seed decides on: commands that bring it about, and one that shows it. Values, keys and names of
 * folders are made of all that quoting can stumble over, bytes that are no text among them.
 */
final class RandomState {
    private static final List<String> ATOMS = List.of(
            "a",
            "B9",
            " ",
            "\n",
            "'",
            "\"",
            "$",
            "\\",
            "`",
            "!",
            "#",
            "*",
            "?",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            ";",
            "&",
            "|",
            "<",
            ">",
            "~",
            "=",
            "\t",
            "\u0001",
            "\u007f",
            "\r",
            "%",
            "^",
            ":",
            "-",
            "@",
            ",",
            "$x",
            "$(x)",
            "\\n",
            "EXIT\n",
            "\ntrap -- ",
            "é",
            "€",
            "😀",
            "ÿRAW",
            "\u001c",
            "§RAW");

    private static final List<String> BASH_OPTIONS = List.of(
            "shopt -s extglob",
            "shopt -s nullglob",
            "shopt -s dotglob globstar",
            "shopt -s failglob",
            "set -o noglob",
            "set -o nounset",
            "set -o pipefail",
            "set -o noclobber",
            "set -o vi",
            "set -o posix",
            "set -o errexit",
            "set -o errtrace",
            "set -o keyword",
            "set +o braceexpand",
            "set -o allexport",
            "set -o physical",
            "shopt -u expand_aliases",
            "shopt -s xpg_echo",
            "shopt -s nocasematch",
            "shopt -u sourcepath");

    private static final List<String> ZSH_OPTIONS = List.of(
            "extendedglob",
            "nullglob",
            "ksharrays",
            "shwordsplit",
            "noglob",
            "nounset",
            "pipefail",
            "noclobber",
            "errexit",
            "err_return",
            "autopushd",
            "globsubst",
            "posixbuiltins",
            "allexport",
            "magicequalsubst",
            "kshglob",
            "noaliases",
            "warncreateglobal",
            "chaselinks",
            "noequals",
            "printexitvalue",
            "localoptions",
            "numericglobsort",
            "globassign",
            "autocd",
            "nobanghist",
            "rcquotes",
            "ignorebraces",
            "ignoreclosebraces",
            "interactivecomments",
            "cshjunkiequotes",
            "cshjunkieloops",
            "noshortloops",
            "nomultifuncdef",
            "aliasfuncdef",
            "posixidentifiers",
            "posixaliases",
            "rcexpandparam",
            "nobareglobqual",
            "braceccl",
            "kshtypeset",
            "cbases",
            "typesetsilent",
            "forcefloat",
            "printeightbit");

    private final Random random;
    private final boolean isBash;
    private final List<String> commands = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();

    RandomState(String shell, long seed) {
        random = new Random(seed);
        isBash = shell.equals("bash");
        commands.add("umask 0" + random.nextInt(8) + random.nextInt(8));
        int count = 8 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            add(i);
        }
    }

    /** In an order that must be kept; some may fail, which is no matter. */
    List<String> commands() {
        return commands;
    }

    /** Prints the state, whatever the options are. Without a word that may end the shell, so that traps are the user's. */
    String show() {
        String own = isBash
                ? "declare -f; declare -F; enable -n; alias -p; shopt -po; shopt -p; umask; dirs -l -p"
                : "functions; disable; disable -r; disable -p; disable -f; disable -a; disable -s; hash -dL; alias -L; alias -sL; setopt; umask; dirs -lp; print -r -- \"$LANG\"";
        StringBuilder text = new StringBuilder(own.replace(";", " || true;")).append(" || true\n");
        text.append("printf '%s\\n' \"$PWD\"\n");
        for (String variable : variables) {
            text.append(isBash ? "declare -p " : "typeset -p ").append(variable).append(" || true\n");
        }
        return text.append(isBash ? "trap -p" : "trap").toString();
    }

    private void add(int number) {
        String declare = isBash ? "declare" : "typeset";
        String name = pick("v", "_x", "LongName", "a_b") + number;
        int kind = random.nextInt(18);
        if (kind < 9) {
            variables.add(name);
        }
        switch (kind) {
            case 0 -> commands.add(name + "=" + value());
            case 1 -> commands.add("export " + name + "=" + value());
            case 2 -> commands.add("readonly " + name + "=" + value());
            case 3 -> commands.add(declare + pick(" -i ", " -ix ", " -ir ") + name + "=" + (random.nextInt(200) - 100));
            case 4 -> commands.add(declare + pick(" -l ", " -u ", " -lx ") + name + "=" + value());
            case 5 ->
                commands.add(
                        name + "=(" + (isBash ? "[2]=" : "") + value() + " " + (isBash ? "[7]=" : "") + value() + ")");
            case 6 -> {
                commands.add(declare + " -A " + name);
                commands.add(
                        isBash
                                ? "k=k" + value() + "; " + name + "[\"$k\"]=" + value()
                                : name + "+=(k" + value() + " " + value() + ")");
            }
            case 7 -> commands.add(declare + pick(" -ra ", " -a ") + name + "=(" + value() + " " + value() + ")");
            case 8 -> commands.add(isBash ? "declare -n " + name + "=" + variables.get(0) : zshOnly(name));
            case 9 -> commands.add(pick("f", "f-", "f.") + number + "() {\n" + body() + "\n}");
            case 10 -> commands.add("alias " + pick("al", "if_", "a.") + number + "=" + value());
            case 11 -> commands.add("trap -- " + value() + pick(" USR1", " USR2", " HUP", " TERM", " EXIT"));
            case 12, 13 -> {
                String folder = "./d" + value();
                commands.add("command mkdir -p -- " + folder + "; " + pick("cd ", "pushd ") + folder);
            }
            case 14 -> {
                if (isBash) {
                    commands.add(needingExtglob("f" + number));
                } else {
                    commands.add(pick("alias -s s", "alias -g G") + number + "=" + value());
                }
            }
            case 15 -> disable(number);
            default -> commands.add(isBash ? pickOf(BASH_OPTIONS) : "setopt " + pickOf(ZSH_OPTIONS));
        }
    }

    /** Also what the server needs itself for writing down a state, and reading it back. */
    private void disable(int number) {
        if (isBash) {
            commands.add("enable -n " + pick("test", "[ true", "umask", "shopt unalias", "dirs pushd", "mapfile eval"));
            return;
        }
        String name = "D" + number;
        commands.add(
                switch (random.nextInt(8)) {
                    case 0 -> "function " + name + " () {\n" + body() + "\n}\ndisable -f " + name;
                    case 1 -> "alias " + name + "=" + value() + "; disable -a " + name;
                    case 2 -> "alias -g " + name + "=" + value() + "; disable -a " + name;
                    case 3 -> "alias -s " + name + "=" + value() + "; disable -s " + name;
                    case 4 -> "disable -r " + pick("while", "time", "foreach", "for select", "typeset local");
                    case 5 -> "disable " + pick("emulate", "shift zmodload", "local unset", "test");
                    case 6 -> "disable -p " + pick("'*'", "'?' '('", "'['");
                    default -> "hash -d " + name + "=" + value();
                });
    }

    private String zshOnly(String name) {
        return pick(
                        "typeset -T " + name + " " + name + "_list; ",
                        "typeset -F3 ",
                        "typeset -xE5 ",
                        "typeset -rF1 ",
                        "typeset -H ",
                        "typeset -Z7 ",
                        "typeset -L3 ",
                        "typeset -Z7 -F2 ",
                        "typeset -R4 ",
                        "typeset -U ")
                + name + "=" + pick("1.23456789", "-7", "a:b");
    }

    /** A function that can be read only with an option that is off when it has been. */
    private String needingExtglob(String name) {
        return "shopt -s extglob\n" + name + "() { echo @(a|b)!(c); coproc cat; }\nshopt -u extglob";
    }

    private String body() {
        return switch (random.nextInt(4)) {
            case 0 -> "echo " + value();
            case 1 -> "cat <<'E D'\n$x `y` \\\nE D\ntrue";
            case 2 -> "case $1 in (" + value() + ") echo x;; esac";
            default -> "cat <<E1 <<-E2\n$x\nE1\n\ty\n\tE2\n(sub; shell) & wait";
        };
    }

    /** A word that the shell reads as bytes of any kind; in a message they could not stand as they are. */
    private String value() {
        StringBuilder word = new StringBuilder("$'");
        int length = random.nextInt(7);
        for (int i = 0; i < length; i++) {
            String atom = pickOf(ATOMS);
            byte[] bytes =
                    atom.endsWith("RAW") ? new byte[] {(byte) atom.charAt(0)} : atom.getBytes(StandardCharsets.UTF_8);
            for (byte b : bytes) {
                word.append(String.format("\\x%02x", b));
            }
        }
        return word.append('\'').toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pickOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
