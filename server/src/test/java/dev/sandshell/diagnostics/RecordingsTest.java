package dev.sandshell.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.language.PositionEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in the output of real tools; {@code UPDATE_GOLDEN=1} writes anew what is expected. */
final class RecordingsTest {
    private static final Path FOLDER =
            Path.of("../test-fixtures/diagnostics").toAbsolutePath().normalize();

    /** What the tools were run on, as they name it. */
    private static final String PROJECT = "/project";

    private static final Map<String, String> FOLDERS = Map.ofEntries(
            Map.entry("gcc", "c"),
            Map.entry("clang", "c"),
            Map.entry("javac", "java"),
            Map.entry("maven", "maven"),
            Map.entry("tsc", "ts"),
            Map.entry("eslint", "js"),
            Map.entry("pytest", "py"),
            Map.entry("cargo", "rust"),
            Map.entry("rustc", "rust"),
            Map.entry("go", "go"),
            Map.entry("shellcheck", "sh"));

    static List<String> recordings() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".out"))
                    .map(name -> name.substring(0, name.length() - ".out".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void allThatAToolHasSaidIsFound(String name) throws IOException {
        String folder =
                FOLDER.resolve("project/" + FOLDERS.get(name.split("-", 2)[0])).toString();
        StringBuilder found = new StringBuilder();
        for (Finding finding : findings(name, List.of(output(name)))) {
            found.append(described(finding, folder)).append('\n');
        }
        Path expected = FOLDER.resolve(name + ".found");
        if ("1".equals(System.getenv("UPDATE_GOLDEN")) && !"true".equals(System.getenv("CI"))) {
            Files.writeString(expected, found);
        }
        assertThat(found.toString()).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void itIsTheSameWhereverThePiecesEnd(String name) throws IOException {
        String whole = output(name);
        List<Finding> expected = findings(name, List.of(whole));
        assertThat(findings(
                        name, whole.codePoints().mapToObj(Character::toString).toList()))
                .isEqualTo(expected);
        Random random = new Random(4);
        for (int i = 0; i < 20; i++) {
            int cut = random.nextInt(whole.length() + 1);
            assertThat(findings(name, List.of(whole.substring(0, cut), whole.substring(cut))))
                    .as("cut at %d", cut)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aTerminalsLineEndsChangeNothing(String name) throws IOException {
        assertThat(findings(name, List.of(output(name).replace("\n", "\r\n"))))
                .isEqualTo(findings(name, List.of(output(name))));
    }

    private static String output(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".out")).replace(PROJECT + "/", FOLDER + PROJECT + "/");
    }

    private static List<Finding> findings(String name, List<String> pieces) {
        CommandFindings found = new CommandFindings(name);
        pieces.forEach(piece -> found.accept("stdout", piece));
        found.end();
        return found.takeFresh();
    }

    /** With the text that a client would underline, where the file is one of ours. */
    private static String described(Finding found, String folder) throws IOException {
        List<PlacedFinding> placed =
                new Placement(List.of(folder, folder + "/greet"), PositionEncoding.UTF_16).of(List.of(found));
        return "%s:%d:%d «%s» %s %s %s | %s"
                .formatted(
                        found.path().replace(FOLDER + PROJECT, PROJECT),
                        found.line(),
                        found.column(),
                        found.path().startsWith("/usr/") || placed.isEmpty() ? "" : text(placed.get(0)),
                        found.severity(),
                        found.source(),
                        found.code(),
                        found.message().replace("\n", " / "));
    }

    private static String text(PlacedFinding placed) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(placed.file()));
        return placed.line() < lines.size() ? lines.get(placed.line()).substring(placed.start(), placed.end()) : "";
    }
}
