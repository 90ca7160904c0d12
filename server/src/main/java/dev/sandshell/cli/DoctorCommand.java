package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.List;

/** {@code sandshell doctor}: says whether this machine has what Sandshell needs, and what to do where it has not. */
final class DoctorCommand implements Subcommand {
    private final Services services;

    DoctorCommand(Services services) {
        this.services = services;
    }

    @Override
    public String help() {
        return """
                Usage: sandshell doctor [--json]

                Checks what Sandshell needs of this machine: Java, a terminal, a folder for its pipes, shells that
                answer. Each line is "ok", or "!!" and what to do.

                Options:
                  --json      print {"ok": …, "findings": [{"name", "ok", "essential", "detail", "advice"}]}
                  -h, --help  say this

                Exit code: 0, or 1 where something is wrong that Sandshell cannot do without.
                """;
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
        arguments.noOperands();
        List<Finding> findings = new Examination(services).findings();
        boolean isFit = findings.stream().allMatch(finding -> finding.ok() || !finding.essential());
        if (arguments.has("--json")) {
            Gson gson =
                    new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
            SandshellCommand.print(
                    services.stdout(), gson.toJson(ImmutableMap.of("ok", isFit, "findings", findings)) + "\n");
        } else {
            for (Finding finding : findings) {
                SandshellCommand.print(services.stdout(), finding.line() + "\n");
            }
        }
        return isFit ? 0 : 1;
    }
}
