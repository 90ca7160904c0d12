package dev.sandshell.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words after a command's name, told apart: flags, options with a value ({@code --name VALUE} or
 * {@code --name=VALUE}), and operands, in any order; after {@code --} all are operands. Immutable.
 *
 * <p>A library for this would take longer to load than the whole server.
 */
final class Arguments {
    static final String HELP = "--help";

    private final Set<String> flags;
    private final Map<String, List<String>> values;
    private final ImmutableList<String> operands;

    private Arguments(Set<String> flags, Map<String, List<String>> values, List<String> operands) {
        this.flags = flags;
        this.values = values;
        this.operands = ImmutableList.copyOf(operands);
    }

    /**
     * Tells them apart.
     *
     * @param flags the options that take no value, beside {@code --help}
     * @param valued the options that take one
     */
    static Arguments parse(List<String> words, Set<String> flags, Set<String> valued) throws UsageException {
        Set<String> given = new HashSet<>();
        Map<String, List<String>> values = new HashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                operands.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                operands.add(word);
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            if (valued.contains(name)) {
                if (equals < 0 && ++i == words.size()) {
                    throw new UsageException(name + " needs a value");
                }
                String value = equals < 0 ? words.get(i) : word.substring(equals + 1);
                values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            } else if (word.equals(HELP) || word.equals("-h")) {
                given.add(HELP);
            } else if (flags.contains(word)) {
                given.add(word);
            } else if (flags.contains(name)) {
                throw new UsageException(name + " takes no value");
            } else {
                throw new UsageException("there is no option " + name);
            }
        }
        return new Arguments(given, values, operands);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The value of an option; where it is given more than once, the last. */
    @Nullable
    String value(String option) {
        List<String> given = values.get(option);
        return given == null ? null : given.get(given.size() - 1);
    }

    /** The value of an option that is a positive number. */
    @Nullable
    Integer number(String option) throws UsageException {
        String given = value(option);
        if (given == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(given);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Worded below.
        }
        throw new UsageException(option + " must be a positive number, got \"" + given + "\"");
    }

    /** The values of an option that may be given often, in order. */
    List<String> values(String option) {
        return values.getOrDefault(option, List.of());
    }

    ImmutableList<String> operands() {
        return operands;
    }

    /** Refuses operands, for commands that take none. */
    void noOperands() throws UsageException {
        if (!operands.isEmpty()) {
            throw new UsageException("there is nothing to be done with \"" + operands.get(0) + "\"");
        }
    }
}
