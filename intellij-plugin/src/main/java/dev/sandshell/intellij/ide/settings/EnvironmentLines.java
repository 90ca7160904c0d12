package dev.sandshell.intellij.ide.settings;

import dev.sandshell.intellij.core.commands.VariableName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Variables as a person writes them: a line each, {@code NAME=value}, or {@code NAME} alone for one that is left out. Empty
 * lines say nothing.
 */
final class EnvironmentLines {
    private EnvironmentLines() {}

    /** Each with its value; null for one that is left out. Lines that say something else are passed over. */
    static Map<String, @Nullable String> parse(String lines) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        lines.lines().map(String::strip).filter(line -> isGood(line)).forEach(line -> {
            int equals = line.indexOf('=');
            variables.put(nameIn(line), equals < 0 ? null : line.substring(equals + 1));
        });
        return variables;
    }

    /** What is wrong with the first line that says something else. */
    static Optional<String> errorIn(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !isGood(line))
                .map(line -> "“" + nameIn(line) + "” is no name of a variable. " + VariableName.RULE)
                .findFirst();
    }

    private static boolean isGood(String line) {
        return VariableName.isValid(nameIn(line));
    }

    private static String nameIn(String line) {
        int equals = line.indexOf('=');
        return equals < 0 ? line : line.substring(0, equals);
    }
}
