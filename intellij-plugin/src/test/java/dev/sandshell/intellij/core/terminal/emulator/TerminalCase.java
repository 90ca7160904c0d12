package dev.sandshell.intellij.core.terminal.emulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of test-fixtures/terminal/cases.txt; test-fixtures/README.md has the format.
 *
 * @param steps lines of the file: what is written, and sizes
 */
record TerminalCase(String name, int rows, int columns, List<String> steps, String expected) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x(..)|u\\{([^}]*)}|(.))");

    static List<TerminalCase> all() {
        return Arrays.stream(Fixtures.read("cases.txt").split("\n\n+", -1))
                .filter(chunk -> chunk.startsWith("== "))
                .map(TerminalCase::parse)
                .toList();
    }

    private static TerminalCase parse(String chunk) {
        List<String> lines = chunk.lines().toList();
        int end = lines.indexOf("--");
        int[] size = {5, 20};
        List<String> steps = new ArrayList<>();
        for (String line : lines.subList(1, end)) {
            if (line.startsWith("size ")) {
                size = sizeOf(line);
            } else if (!line.startsWith("differs ")) {
                steps.add(line);
            }
        }
        String expected = String.join("\n", lines.subList(end + 1, lines.size())) + "\n";
        return new TerminalCase(lines.get(0).substring(3), size[0], size[1], steps, expected);
    }

    /** What the terminal answers, and its screen. */
    String play(boolean isCharacterByCharacter) {
        RecordedTerminal terminal = new RecordedTerminal(rows, columns);
        for (String step : steps) {
            if (step.startsWith("resize ")) {
                int[] size = sizeOf(step);
                terminal.resize(size[0], size[1]);
            } else if (isCharacterByCharacter) {
                unescaped(step).chars().forEach(c -> terminal.write(String.valueOf((char) c)));
            } else {
                terminal.write(unescaped(step));
            }
        }
        String replies = terminal.replies.toString().replace("\\", "\\\\").replace("\u001b", "\\e");
        return (replies.isEmpty() ? "" : "replies " + replies + "\n") + terminal.screen();
    }

    private static int[] sizeOf(String line) {
        return Arrays.stream(line.split(" ", -1))
                .skip(1)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static String unescaped(String line) {
        return ESCAPE.matcher(line.substring("> ".length())).replaceAll(match -> {
            String code = match.group(1) == null ? match.group(2) : match.group(1);
            String text = code == null ? named(match.group(3)) : Character.toString(Integer.parseInt(code, 16));
            return text.replace("\\", "\\\\").replace("$", "\\$");
        });
    }

    private static String named(String name) {
        return switch (name) {
            case "e" -> "\u001b";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "b" -> "\b";
            case "a" -> "\u0007";
            case "\\" -> "\\";
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
