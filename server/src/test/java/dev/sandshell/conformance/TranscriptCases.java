package dev.sandshell.conformance;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

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

    /** The folder {@code test-fixtures} of this checkout. */
    static Path fixtures() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("test-fixtures"))) {
                return folder.resolve("test-fixtures");
            }
        }
        throw new AssertionError(
                "there is no folder test-fixtures above " + Path.of("").toAbsolutePath());
    }

    /** All cases; the system property {@code transcript} can ask for those whose name contains it. */
    static List<Case> all() throws IOException {
        String wanted = System.getProperty("transcript", "");
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(fixtures().resolve("transcripts"))) {
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
        require(played.shell());
        played.transcript().programs().forEach(TranscriptCases::require);
    }

    static void require(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean isThere = Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!isThere && "true".equals(System.getenv("CI"))) {
            fail(program + " is not installed, and CI=true allows no skips");
        } else if (!isThere) {
            abort(program + " is not installed");
        }
    }
}
