package dev.sandshell.protocol;

import com.google.gson.JsonElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of LSP's {@code workspace/executeCommand}; what the arguments are depends on the command. */
public record ExecuteCommandParams(
        @Required String command, @Nullable List<JsonElement> arguments) {}
