package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code sandshell doctor}: says whether this machine has what Sandshell needs, and what to do where it has not. */
final class DoctorCommand implements Subcommand {
    private final Services services;

    DoctorCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Subcommand.command(
                "doctor",
                "Checks what Sandshell needs of this machine.",
                "Looks at Java, a terminal, a folder for its pipes, shells that answer: at their prompt, where a"
                        + " person can type, or quietly; clean, and with your start-up files."
                        + " Each line is \"ok\", or \"!!\" and what to do.");
        spec.addOption(Subcommand.flag(
                "Print {\"ok\": …, \"findings\": [{\"name\", \"ok\", \"essential\", \"detail\", \"advice\"}]}.",
                "--json"));
        spec.usageMessage()
                .exitCodeListHeading("%nExit code:%n")
                .exitCodeList(ImmutableMap.of(
                        "0", "All is well.", "1", "Something is wrong that Sandshell cannot do without."));
        return spec;
    }

    @Override
    public int run(ParseResult given) throws IOException {
        List<Finding> findings = new Examination(services).findings();
        boolean isFit = findings.stream().allMatch(finding -> finding.ok() || !finding.essential());
        if (given.hasMatchedOption("--json")) {
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
