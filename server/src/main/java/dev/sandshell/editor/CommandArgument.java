package dev.sandshell.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.sandshell.language.Place;
import dev.sandshell.policy.InvalidArgumentException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command of an editor comes with, checked: nothing, a string, or an object such as lenses and code actions have.
 *
 * @param text the string
 * @param command what is to be run
 * @param uri the document that it stands in
 * @param line the line beside which it was offered
 * @param start where it begins, where it is to be taken from the document
 * @param end where that ends
 * @param session the session that is meant, {@code new} for one of its own
 * @param execId the command that is meant, of those that run or have run
 */
public record CommandArgument(
        @Nullable String text,
        @Nullable String command,
        @Nullable String uri,
        @Nullable Integer line,
        @Nullable Place start,
        @Nullable Place end,
        @Nullable String session,
        @Nullable String execId) {

    private static final CommandArgument NONE = new CommandArgument(null, null, null, null, null, null, null, null);

    /** The first counts; more are passed over. */
    public static CommandArgument of(@Nullable List<@Nullable JsonElement> arguments) throws InvalidArgumentException {
        JsonElement first = arguments == null || arguments.isEmpty() ? null : arguments.get(0);
        if (first == null || first instanceof JsonNull) {
            return NONE;
        }
        if (first instanceof JsonPrimitive primitive && primitive.isString()) {
            return new CommandArgument(primitive.getAsString(), null, null, null, null, null, null, null);
        }
        if (!(first instanceof JsonObject object)) {
            throw new InvalidArgumentException("arguments[0] must be a string or an object, got " + first);
        }
        JsonElement range = object.get("range");
        return new CommandArgument(
                null,
                string(object, "command"),
                string(object, "uri"),
                object.has("line") ? Integer.valueOf(number(object, "line")) : null,
                place(range, "start"),
                place(range, "end"),
                string(object, "session"),
                string(object, "execId"));
    }

    /** The session that is meant, by an object or by a string alone. */
    @Nullable
    String sessionOrText() {
        return session == null ? text : session;
    }

    private static @Nullable String string(JsonObject object, String field) throws InvalidArgumentException {
        JsonElement value = object.get(field);
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new InvalidArgumentException("arguments[0]." + field + " must be a string");
    }

    private static int number(JsonObject object, String field) throws InvalidArgumentException {
        if (object.get(field) instanceof JsonPrimitive primitive && primitive.isNumber()) {
            double value = primitive.getAsDouble();
            if (value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value)) {
                return (int) value;
            }
        }
        throw new InvalidArgumentException("arguments[0]." + field + " must be a number from 0 on, without a fraction");
    }

    private static @Nullable Place place(@Nullable JsonElement range, String end) throws InvalidArgumentException {
        if (range == null || range.isJsonNull()) {
            return null;
        }
        if (range instanceof JsonObject object && object.get(end) instanceof JsonObject place) {
            return new Place(number(place, "line"), number(place, "character"));
        }
        throw new InvalidArgumentException("arguments[0].range must have a start and an end");
    }
}
