package dev.sandshell.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A dialogue as {@code test-fixtures/README.md} defines it. Immutable.
 *
 * @param name the file's name without its end
 * @param specification the sections that it pins, where it is of the suite of the specification
 * @param shells which shells it is to be played with; none where it does not depend on one
 * @param programs what it needs on the search path
 * @param channel how the server is to drive the shells that it can drive in several ways, or nothing
 * @param needsProcess whether the server has to be a process of its own
 * @param isBare whether it says {@code initialize} and {@code exit} itself
 * @param capabilities what the player says of itself where it initializes
 */
record Transcript(
        String name,
        List<String> specification,
        List<String> shells,
        List<String> programs,
        String channel,
        boolean needsProcess,
        boolean isBare,
        JsonObject capabilities,
        List<Step> steps) {
    /** What a line does; the sign that it begins with. */
    enum Kind {
        SEND(">"),
        SEND_FRAME(">frame"),
        SEND_RAW(">raw"),
        SEND_EOF(">eof"),
        NEXT("<"),
        STRICT("<!"),
        EVENTUALLY("<*"),
        ANY_ORDER("<&"),
        NEVER("<-"),
        OUTPUT("<="),
        END("<eof"),
        EXIT("<exit");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /**
     * One step.
     *
     * @param values the JSON after the sign; as a string of its own for {@link Kind#SEND_FRAME}
     */
    record Step(int line, Kind kind, List<JsonElement> values, String source) {
        JsonElement value() {
            return values.get(values.size() - 1);
        }
    }

    static Transcript read(Path file) throws IOException {
        List<String> specification = new ArrayList<>();
        List<String> shells = List.of();
        List<String> programs = List.of();
        String channel = "";
        boolean needsProcess = false;
        boolean isBare = false;
        JsonObject capabilities = new JsonObject();
        List<Step> steps = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            StringBuilder whole = new StringBuilder(lines.get(i));
            while (i + 1 < lines.size() && lines.get(i + 1).startsWith("  ")) {
                i++;
                whole.append(' ').append(lines.get(i).strip());
            }
            String line = whole.toString();
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" ", 2);
            String rest = parts.length > 1 ? parts[1].strip() : "";
            switch (parts[0]) {
                case "@specification" -> specification.add(rest);
                case "@process" -> needsProcess = true;
                case "@shells" -> shells = List.of(rest.split(" +"));
                case "@requires" -> programs = List.of(rest.split(" +"));
                case "@channel" -> channel = rest;
                case "@bare" -> isBare = true;
                case "@capabilities" ->
                    capabilities = JsonParser.parseString(rest).getAsJsonObject();
                default -> steps.add(step(file, number, parts[0], rest));
            }
        }
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        return new Transcript(
                name,
                List.copyOf(specification),
                shells,
                programs,
                channel,
                needsProcess,
                isBare,
                capabilities,
                List.copyOf(steps));
    }

    private static Step step(Path file, int line, String sign, String rest) {
        for (Kind kind : Kind.values()) {
            if (kind.sign.equals(sign)) {
                try {
                    return new Step(line, kind, values(kind, rest), sign + " " + rest);
                } catch (JsonParseException e) {
                    throw new IllegalArgumentException(file + ":" + line + ": " + e.getMessage(), e);
                }
            }
        }
        throw new IllegalArgumentException(file + ":" + line + ": unknown sign " + sign);
    }

    private static List<JsonElement> values(Kind kind, String rest) {
        if (kind == Kind.SEND_FRAME) {
            return List.of(new com.google.gson.JsonPrimitive(rest));
        }
        if (kind == Kind.SEND_RAW && !rest.startsWith("\"")) {
            // A count, and what is to be sent so often.
            JsonArray both = JsonParser.parseString("[" + rest.replaceFirst(" ", ",") + "]")
                    .getAsJsonArray();
            return List.of(both.get(0), both.get(1));
        }
        return rest.isEmpty() ? List.of() : List.of(JsonParser.parseString(rest));
    }
}
