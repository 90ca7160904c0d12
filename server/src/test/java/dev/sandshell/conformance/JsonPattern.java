package dev.sandshell.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON with a pattern and puts captured values into messages, as {@code test-fixtures/README.md} says. Pure: a
 * comparison that fails binds nothing.
 */
final class JsonPattern {
    private static final Pattern NAME = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_]*)}}");

    private final Map<String, JsonElement> bindings;

    private JsonPattern(Map<String, JsonElement> bindings) {
        this.bindings = bindings;
    }

    /** What differs and where, or null where it matches; then what was captured has been added to the bindings. */
    static @Nullable String mismatch(JsonElement pattern, JsonElement actual, Map<String, JsonElement> bindings) {
        JsonPattern trial = new JsonPattern(new HashMap<>(bindings));
        String difference = trial.compare("", pattern, actual);
        if (difference == null) {
            bindings.putAll(trial.bindings);
        }
        return difference;
    }

    private @Nullable String compare(String path, JsonElement pattern, @Nullable JsonElement actual) {
        String special = isString(pattern) ? pattern.getAsString() : "";
        if (special.equals("$absent")) {
            return actual == null ? null : differs(path, "nothing", actual);
        }
        if (actual == null) {
            return path + " is missing";
        }
        if (special.equals("$_")) {
            return null;
        }
        if (NAME.matcher(special).matches()) {
            JsonElement known = bindings.putIfAbsent(special.substring(1), actual);
            return known == null || known.equals(actual) ? null : differs(path, known.toString(), actual);
        }
        if (special.length() > 1 && special.startsWith("~") && special.endsWith("~")) {
            String regex = fill(special.substring(1, special.length() - 1), bindings);
            String text = isString(actual) ? actual.getAsString() : actual.toString();
            return Pattern.compile(regex, Pattern.DOTALL).matcher(text).find()
                    ? null
                    : differs(path, "~" + regex + "~", actual);
        }
        if (isString(pattern)) {
            JsonElement filled = new JsonPrimitive(fill(special, bindings));
            return filled.equals(actual) ? null : differs(path, filled.toString(), actual);
        }
        if (pattern instanceof JsonObject object) {
            return actual instanceof JsonObject other
                    ? compareObjects(path, object, other)
                    : differs(path, "an object", actual);
        }
        if (pattern instanceof JsonArray array) {
            return actual instanceof JsonArray other
                    ? compareArrays(path, array, other)
                    : differs(path, "an array", actual);
        }
        return pattern.equals(actual) ? null : differs(path, pattern.toString(), actual);
    }

    private @Nullable String compareObjects(String path, JsonObject pattern, JsonObject actual) {
        for (Map.Entry<String, JsonElement> field : pattern.entrySet()) {
            String difference = compare(path + "." + field.getKey(), field.getValue(), actual.get(field.getKey()));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private @Nullable String compareArrays(String path, JsonArray pattern, JsonArray actual) {
        if (pattern.size() != actual.size()) {
            return differs(path, pattern.size() + " elements", actual);
        }
        for (int i = 0; i < pattern.size(); i++) {
            String difference = compare(path + "[" + i + "]", pattern.get(i), actual.get(i));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static String differs(String path, String expected, JsonElement actual) {
        return (path.isEmpty() ? "the message" : path) + ": expected " + Visible.line(expected) + ", got "
                + Visible.line(actual.toString());
    }

    private static boolean isString(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    // ---- putting values in

    /** A copy with the bound values in place; an unbound placeholder within a string is an error of the transcript. */
    static JsonElement fill(JsonElement template, Map<String, JsonElement> bindings) {
        if (template instanceof JsonObject object) {
            JsonObject filled = new JsonObject();
            object.entrySet().forEach(field -> filled.add(field.getKey(), fill(field.getValue(), bindings)));
            return filled;
        }
        if (template instanceof JsonArray array) {
            JsonArray filled = new JsonArray();
            array.forEach(element -> filled.add(fill(element, bindings)));
            return filled;
        }
        if (isString(template)) {
            String text = template.getAsString();
            JsonElement whole = NAME.matcher(text).matches() ? bindings.get(text.substring(1)) : null;
            return whole != null ? whole : new JsonPrimitive(fill(text, bindings));
        }
        return template;
    }

    private static String fill(String text, Map<String, JsonElement> bindings) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            JsonElement value = bindings.get(matcher.group(1));
            if (value == null) {
                throw new IllegalArgumentException("{{" + matcher.group(1) + "}} is not bound");
            }
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(isString(value) ? value.getAsString() : value.toString()));
        }
        return matcher.appendTail(filled).toString();
    }
}
