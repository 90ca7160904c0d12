package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sandshell.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sandshell doctor} as people run it: the packaged jar, as a process, in homes with start-up files of all kinds. */
@Timeout(120)
final class DoctorCommandIT {
    private final Marked marked = new Marked();

    @TempDir
    private Path folder;

    @BeforeEach
    void bothShellsAreThere() {
        Installed.require("bash");
        Installed.require("zsh");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(marked.left()).as("processes left behind").isEmpty();
    }

    /** What it finds, by name; nothing of it is wrong with this machine. */
    private Map<String, JsonObject> findings(Path home, Map<String, String> environment) throws Exception {
        Path out = folder.resolve("stdout");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("sandshell.jar"),
                        "doctor",
                        "--json")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("stderr").toFile());
        program.environment().remove("JAVA_TOOL_OPTIONS");
        program.environment().remove("SANDSHELL_CHANNEL");
        program.environment().remove("ZDOTDIR");
        program.environment().put("HOME", home.toString());
        program.environment().putAll(environment);
        marked.put(program);
        Process process = program.start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("ends in time").isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(folder.resolve("stderr")).content().doesNotContain("INFO");
        Map<String, JsonObject> findings = new HashMap<>();
        for (JsonElement each :
                JsonParser.parseString(Files.readString(out)).getAsJsonObject().getAsJsonArray("findings")) {
            JsonObject finding = each.getAsJsonObject();
            findings.put(finding.get("name").getAsString(), finding);
        }
        return findings;
    }

    private static void expect(Map<String, JsonObject> findings, String name, boolean isOk, String detail) {
        JsonObject finding = Objects.requireNonNull(findings.get(name), name);
        assertThat(finding.get("detail").getAsString()).contains(detail);
        assertThat(finding.get("ok").getAsBoolean()).isEqualTo(isOk);
        assertThat(finding.get("advice").getAsString().isEmpty()).isEqualTo(isOk);
    }

    @Test
    void itSaysHowEachShellIsDriven() throws Exception {
        Map<String, JsonObject> findings = findings(Installed.fixtures().resolve("startup/failing"), Map.of());

        expect(findings, "shell bash", true, "driven at its prompt");
        expect(findings, "shell zsh", true, "driven at its prompt");
        expect(findings, "shell sh", true, "driven quietly");
        expect(findings, "shell bash with your start-up files", true, "driven at its prompt");
        expect(findings, "shell zsh with your start-up files", true, "driven at its prompt");
        assertThat(findings).doesNotContainKey("shell sh with your start-up files");
        expect(findings, "input required", true, "is seen to");
    }

    @Test
    void startUpFilesThatEndTheShellAreToldOf() throws Exception {
        Map<String, JsonObject> findings = findings(Installed.fixtures().resolve("startup/other-shell"), Map.of());

        expect(findings, "shell bash", true, "driven at its prompt");
        expect(findings, "shell bash with your start-up files", false, "go on without those files and quietly");
        expect(findings, "shell zsh with your start-up files", false, "go on without those files and quietly");
    }

    @Test
    void quietShellsThatWereAskedForAreNoFault() throws Exception {
        Map<String, JsonObject> findings =
                findings(Installed.fixtures().resolve("startup/plain"), Map.of("SANDSHELL_CHANNEL", "quiet"));

        expect(findings, "shell bash", true, "driven quietly");
        expect(findings, "shell zsh", true, "driven quietly");
        assertThat(findings).doesNotContainKey("shell bash with your start-up files");
    }
}
