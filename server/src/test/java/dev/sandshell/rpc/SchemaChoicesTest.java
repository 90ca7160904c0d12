package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.Limits;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.schema.ProtocolSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema lists for a field of a client's is what the server takes, all of it and nothing else. */
class SchemaChoicesTest {
    private static final Gson GSON = new Gson();

    private static JsonArray listed(String record, String field) {
        return ProtocolSchema.document()
                .getAsJsonObject("$defs")
                .getAsJsonObject(record)
                .getAsJsonObject("properties")
                .getAsJsonObject(field)
                .getAsJsonArray("enum");
    }

    private static void exec(String field, String value) throws InvalidArgumentException {
        JsonObject params = new JsonObject();
        params.addProperty("command", "true");
        params.addProperty(field, value);
        ExecArguments.exec(GSON.fromJson(params, ExecParams.class), "id", Limits.defaults());
    }

    private static void create(String field, String value) throws InvalidArgumentException {
        JsonObject params = new JsonObject();
        params.addProperty(field, value);
        SessionArguments.create(GSON.fromJson(params, SessionCreateParams.class), "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"output", "encoding", "onBusy"})
    void ofExec(String field) throws InvalidArgumentException {
        JsonArray listed = listed("ExecParams", field);
        for (int i = 0; i < listed.size(); i++) {
            exec(field, listed.get(i).getAsString());
        }
        assertThatThrownBy(() -> exec(field, "nosuch")).satisfies(refusal -> {
            String names = String.valueOf(refusal.getMessage())
                    .replaceFirst(".* one of ", "")
                    .replaceFirst(", got .*", "");
            assertThat(names.split(", ")).hasSize(listed.size());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"startup", "history"})
    void ofCreate(String field) throws InvalidArgumentException {
        JsonArray listed = listed("SessionCreateParams", field);
        for (int i = 0; i < listed.size(); i++) {
            create(field, listed.get(i).getAsString());
        }
        assertThatThrownBy(() -> create(field, "nosuch")).isInstanceOf(InvalidArgumentException.class);
    }
}
