package dev.sandshell.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of the source of a manual page the lines that tell of options, each followed by what is said of it. It knows what
 * names options in the two packages of macros, and passes over the rest of the language. Pure.
 */
final class Roff {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:f(?:\\[[^]]*]|\\(..|.)|s[+-]?\\d|m\\[[^]]*]|[&%/|^,:c]|\\*\\(..)");
    private static final Pattern SPECIAL = Pattern.compile("\\\\\\((..)|\\\\\\[(\\w+)]");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private Roff() {}

    static String plain(String source) {
        StringBuilder text = new StringBuilder();
        for (String line : (Iterable<String>) source.lines()::iterator) {
            String plain = line.startsWith(".") || line.startsWith("'") ? macro(line) : unescaped(line);
            if (!plain.isBlank()) {
                text.append(plain.strip()).append('\n');
            }
        }
        return text.toString();
    }

    private static String macro(String line) {
        List<String> words = arguments(line.substring(1));
        String name = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (name) {
            case "B", "I", "SM", "Op" -> String.join(" ", rest);
            case "BR", "BI", "IR", "IB", "RB", "RI" -> String.join("", rest);
            case "IP", "HP" -> rest.isEmpty() ? "" : rest.get(0);
            case "It" -> flags(rest);
            default -> "";
        };
    }

    /** {@code Fl a , Fl -all Ns = Ns Ar x}: a dash belongs to each flag. */
    private static String flags(List<String> words) {
        StringBuilder text = new StringBuilder();
        boolean isFlag = false;
        boolean isJoined = true;
        for (String word : words) {
            switch (word) {
                case "Fl" -> isFlag = true;
                case "Ns" -> isJoined = true;
                case "Ar", "Cm", "Op", "Xo", "Oo", "Oc", "Pa" -> isFlag = false;
                default -> {
                    text.append(isJoined || word.equals(",") ? "" : " ")
                            .append(isFlag ? "-" : "")
                            .append(word);
                    isJoined = false;
                    isFlag &= word.equals(",");
                }
            }
        }
        return text.toString();
    }

    private static List<String> arguments(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(unescaped(line));
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }

    private static String unescaped(String line) {
        String text = ESCAPE.matcher(line).replaceAll("");
        text = SPECIAL.matcher(text).replaceAll(special -> Matcher.quoteReplacement(sign(special)));
        return text.replace("\\-", "-")
                .replace("\\ ", " ")
                .replace("\\~", " ")
                .replace("\\e", "\\")
                .replace("\\.", ".");
    }

    private static String sign(java.util.regex.MatchResult special) {
        String name = special.group(1) == null ? special.group(2) : special.group(1);
        return switch (name) {
            case "aq", "cq", "oq" -> "'";
            case "dq", "lq", "rq" -> "\"";
            case "en", "hy", "mi" -> "-";
            case "em" -> "—";
            case "bu" -> "•";
            default -> "";
        };
    }
}
