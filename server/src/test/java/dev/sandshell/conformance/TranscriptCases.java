package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the transcripts, each with each shell that it asks for, and plays one. */
final class TranscriptCases {
    /** One transcript, and the shell to play it with. */
    record Case(Transcript transcript, String shell) {
        @Override
        public String toString() {
            return transcript.name() + (transcript.shells().isEmpty() ? "" : " [" + shell + "]");
        }
    }

    private TranscriptCases() {}

    static Path fixtures() {
        return Installed.fixtures();
    }

    /** All cases; the system property {@code transcript} can ask for those whose name contains it. */
    static List<Case> all() throws IOException {
        return in("transcripts");
    }

    /** The same of the suite of LSP's specification; each names what it pins. */
    static List<Case> ofSpecification() throws IOException {
        List<Case> cases = in("lsp");
        assertThat(cases)
                .allSatisfy(one -> assertThat(one.transcript().specification())
                        .as("what %s pins", one.transcript().name())
                        .isNotEmpty()
                        .allMatch(section -> section.matches("3\\.18 § \\S.*")));
        return cases;
    }

    private static List<Case> in(String folder) throws IOException {
        String wanted = System.getProperty("transcript", "");
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(fixtures().resolve(folder))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                Transcript transcript = Transcript.read(file);
                if (transcript.name().contains(wanted)) {
                    List<String> shells = transcript.shells().isEmpty() ? List.of("bash") : transcript.shells();
                    shells.forEach(shell -> cases.add(new Case(transcript, shell)));
                }
            }
        }
        return cases;
    }

    static void play(Case played, WireClient client, Path scratch) throws InterruptedException {
        new TranscriptPlayer(
                        played.transcript(),
                        client,
                        Map.of(
                                "shell", played.shell(),
                                "fixtures", fixtures().toString(),
                                "tmp", scratch.toString()))
                .play();
    }

    /** What is not installed is a visible skip, and a failure where everything has to be. */
    static void require(Case played) {
        Installed.require(played.shell());
        played.transcript().programs().forEach(Installed::require);
    }
}
