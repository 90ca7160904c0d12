package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a server keeps of its sessions beyond its end.
 *
 * @param folder where their files are
 */
record KeptFiles(Path folder, Deadline deadline) {
    static KeptFiles of(LeavesNothingBehind host) {
        return new KeptFiles(host.stateFolder().resolve("sessions"), host.deadline());
    }

    List<Path> all() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What is kept of a session's state by now. */
    private String state(String sessionId) throws IOException {
        Path file = folder.resolve(sessionId + ".json");
        if (!Files.exists(file)) {
            return "";
        }
        JsonObject kept = Conversation.json(Files.readString(file)).getAsJsonObject();
        return kept.get("stateBase64").isJsonNull()
                ? ""
                : new String(Base64.getDecoder().decode(kept.get("stateBase64").getAsString()), StandardCharsets.UTF_8);
    }

    /** Waits until the state that is kept of a session has something in it. */
    void await(String sessionId, String holds) throws Exception {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!state(sessionId).contains(holds)) {
                WatchKey change = changes.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
                assertThat(change).as("a change of what is kept: " + all()).isNotNull();
                change.reset();
            }
        }
    }
}
