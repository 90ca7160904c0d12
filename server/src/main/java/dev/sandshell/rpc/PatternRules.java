package dev.sandshell.rpc;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sandshell.policy.InvalidArgumentException;
import java.util.ArrayDeque;

/**
 * Which regular expressions a client may have output searched for. Time is linear in the output but rises with the size of
 * the expression, and the search is on the scheduler; repetitions make a short one large. Pure.
 */
final class PatternRules {
    /** More than anybody types. */
    private static final int MAX_LENGTH = 1_000;

    /** Steps of its program; {@code [0-9a-f]{40}} has some forty. */
    static final int MAX_SIZE = 500;

    private PatternRules() {}

    static Pattern compile(String field, String regex) throws InvalidArgumentException {
        if (regex.length() > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    field + " must have at most " + MAX_LENGTH + " characters, got " + regex.length());
        }
        // Before it is compiled: ((a{1000}){1000}){1000} alone would take all memory.
        if (sizeOf(regex) > MAX_SIZE) {
            throw tooLarge(field);
        }
        Pattern pattern;
        try {
            pattern = Pattern.compile(regex, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new InvalidArgumentException(field + " must be a regular expression: " + e.getMessage());
        }
        if (pattern.programSize() > MAX_SIZE) {
            throw tooLarge(field);
        }
        return pattern;
    }

    private static InvalidArgumentException tooLarge(String field) {
        return new InvalidArgumentException(field + " must have at most " + MAX_SIZE
                + " steps, of which each character is one, as often as it is repeated");
    }

    /** At least about how many steps it has; what is no expression at all may have any number. */
    static long sizeOf(String regex) {
        ArrayDeque<Long> outer = new ArrayDeque<>();
        long sum = 0;
        long last = 0;
        int i = 0;
        while (i < regex.length() && sum <= MAX_SIZE) {
            char c = regex.charAt(i);
            int next = i + 1;
            if (c == '(') {
                outer.push(sum);
                sum = 0;
                last = 0;
            } else if (c == ')' && !outer.isEmpty()) {
                last = sum;
                sum += outer.pop();
            } else if (c == '{' && repetitions(regex, i) > 0) {
                sum += last * (repetitions(regex, i) - 1);
                last *= repetitions(regex, i);
                next = regex.indexOf('}', i) + 1;
            } else if (c == '[') {
                next = endOfClass(regex, i);
                last = 1;
                sum++;
            } else {
                next += c == '\\' ? 1 : 0;
                last = 1;
                sum++;
            }
            i = next;
        }
        while (!outer.isEmpty()) {
            sum += outer.pop();
        }
        return sum;
    }

    /** Of {@code {2,5}} five; 0 where it is no repetition. */
    private static long repetitions(String regex, int at) {
        int end = regex.indexOf('}', at);
        String inside = end < 0 ? "" : regex.substring(at + 1, end);
        if (!inside.matches("\\d{1,6}(,\\d{0,6})?")) {
            return 0;
        }
        int comma = inside.indexOf(',');
        long least = Long.parseLong(comma < 0 ? inside : inside.substring(0, comma));
        long most = comma < 0 || comma == inside.length() - 1 ? least : Long.parseLong(inside.substring(comma + 1));
        return Math.max(1, Math.max(least, most));
    }

    private static int endOfClass(String regex, int at) {
        int i = at + 1;
        if (i < regex.length() && regex.charAt(i) == '^') {
            i++;
        }
        // A bracket that comes first is one of the characters.
        i++;
        while (i < regex.length() && regex.charAt(i) != ']') {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}
