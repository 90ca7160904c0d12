package dev.sandshell.cli;

import com.google.gson.GsonBuilder;
import dev.sandshell.schema.ProtocolSchema;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code sandshell schema}: prints the JSON Schema of the protocol. */
final class SchemaCommand implements Subcommand {
    private final Services services;

    SchemaCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        return Subcommand.command(
                "schema",
                "Prints the JSON Schema of the protocol.",
                "JSON Schema (2020-12) of every method and notification of the protocol, as one document:"
                        + " \"methods\" and \"notifications\" by name, and what they refer to under \"$defs\".");
    }

    @Override
    public int run(ParseResult given) throws IOException {
        String json = new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(ProtocolSchema.document());
        SandshellCommand.print(services.stdout(), json + "\n");
        return 0;
    }
}
