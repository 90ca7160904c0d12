package dev.sandshell.cli;

import java.io.IOException;
import java.util.List;

final class SchemaCommand implements Subcommand {
    SchemaCommand(Services services) {}

    @Override
    public String help() {
        return "";
    }

    @Override
    public List<String> flags() {
        return List.of("--json");
    }

    @Override
    public List<String> valued() {
        return List.of();
    }

    @Override
    public int run(Arguments arguments) throws UsageException, IOException {
        return 0;
    }
}
