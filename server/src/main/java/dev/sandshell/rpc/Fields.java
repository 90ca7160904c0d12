package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.EnvironmentRules;
import dev.sandshell.policy.IdRules;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.TextRules;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules that single fields share. Each failure names the field, the rule, and what was given. Pure. */
final class Fields {
    /** What a timer can still count: some 292 years are not needed. */
    private static final long MAX_MILLIS = Duration.ofDays(365).toMillis();

    private Fields() {}

    static <T> T required(String field, @Nullable T value) throws InvalidArgumentException {
        if (value == null) {
            throw new InvalidArgumentException(field + " is required");
        }
        return value;
    }

    static String id(String field, @Nullable String value) throws InvalidArgumentException {
        return IdRules.check(field, required(field, value));
    }

    static @Nullable Duration duration(String field, @Nullable Long millis) throws InvalidArgumentException {
        if (millis == null) {
            return null;
        }
        if (millis <= 0 || millis > MAX_MILLIS) {
            throw new InvalidArgumentException(
                    field + " must be between 1 and " + MAX_MILLIS + " milliseconds, got " + millis);
        }
        return Duration.ofMillis(millis);
    }

    static long range(String field, @Nullable Long value, long least, long most, long whenAbsent)
            throws InvalidArgumentException {
        if (value == null) {
            return whenAbsent;
        }
        if (value < least || value > most) {
            throw new InvalidArgumentException(field + " must be between " + least + " and " + most + ", got " + value);
        }
        return value;
    }

    /** An absolute path; whether it is there is for the shell to find out. */
    static @Nullable String folder(String field, @Nullable String value) throws InvalidArgumentException {
        if (value == null) {
            return null;
        }
        TextRules.forShell(field, value);
        try {
            if (!Path.of(value).isAbsolute()) {
                throw new InvalidArgumentException(field + " must be an absolute path, got \"" + value + "\"");
            }
        } catch (InvalidPathException e) {
            throw new InvalidArgumentException(field + " must be a path: " + e.getReason());
        }
        return value;
    }

    /** Names of variables; none where there is no list. */
    static ImmutableList<String> names(String field, @Nullable List<@Nullable String> names)
            throws InvalidArgumentException {
        if (names == null) {
            return ImmutableList.of();
        }
        for (String name : names) {
            EnvironmentRules.checkName(field, name);
        }
        return ImmutableList.copyOf(names);
    }

    static ImmutableMap<String, Optional<String>> environment(
            String field, @Nullable Map<String, @Nullable String> value) throws InvalidArgumentException {
        if (value == null) {
            return ImmutableMap.of();
        }
        ImmutableMap.Builder<String, Optional<String>> checked = ImmutableMap.builder();
        value.forEach((name, text) -> checked.put(name, Optional.ofNullable(text)));
        ImmutableMap<String, Optional<String>> variables = checked.buildKeepingLast();
        EnvironmentRules.check(field, variables);
        return variables;
    }

    /** The bytes that two fields share, of which exactly one must be there. */
    static byte[] textOrBase64(@Nullable String text, @Nullable String dataBase64) throws InvalidArgumentException {
        if (text != null && dataBase64 != null) {
            throw new InvalidArgumentException("text and dataBase64 exclude each other");
        }
        if (dataBase64 != null) {
            return base64("dataBase64", dataBase64);
        }
        if (text == null) {
            throw new InvalidArgumentException("text is required, or dataBase64");
        }
        return TextRules.bytes("text", text);
    }

    static byte[] base64(String field, String value) throws InvalidArgumentException {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(field + " must be base64: " + e.getMessage());
        }
    }

    static <E> E choice(String field, @Nullable String value, E whenAbsent, Map<String, E> choices)
            throws InvalidArgumentException {
        if (value == null) {
            return whenAbsent;
        }
        E choice = choices.get(value);
        if (choice == null) {
            throw new InvalidArgumentException(
                    field + " must be one of " + String.join(", ", choices.keySet()) + ", got \"" + value + "\"");
        }
        return choice;
    }
}
