package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many sessions and many clients on one daemon: each is told its own exactly, and what has gone has gone altogether. */
@Timeout(120)
final class CrowdedDaemonIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final DaemonOfTest DAEMON = new DaemonOfTest(HOST);
    private static final int CLIENTS = 50;

    /** Each is a shell that has to start; {@code -Dsessions=500 -DdeadlineSeconds=110} has more of them. */
    private static final int SESSIONS = Integer.getInteger("sessions", 100);

    /** What the daemon holds, by what it is: descriptors, threads for clients, processes. */
    private record Held(Map<String, Integer> descriptors, long clientThreads, long children) {
        static Held by(ProcessHandle daemon) throws IOException {
            Path process = Path.of("/proc", Long.toString(daemon.pid()));
            Map<String, Integer> descriptors = new HashMap<>();
            for (String file : each(
                    process.resolve("fd"), link -> Files.readSymbolicLink(link).toString())) {
                // Pipes and sockets have a number; other files are opened when they are needed for the first time.
                if (!file.startsWith("/")
                        || file.startsWith(HOST.runtimeFolder().toString())) {
                    descriptors.merge(file.replaceAll("\\d+", "N"), 1, Integer::sum);
                }
            }
            long threads = each(process.resolve("task"), task -> Files.readString(task.resolve("comm"))).stream()
                    .filter(name -> name.startsWith("client-") || name.startsWith("rpc-"))
                    .count();
            return new Held(descriptors, threads, daemon.children().count());
        }
    }

    private interface Facts {
        String of(Path entry) throws IOException;
    }

    private static List<String> each(Path folder, Facts facts) throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                try {
                    found.add(facts.of(entry));
                } catch (NoSuchFileException gone) {
                    // It was there a moment ago.
                }
            }
        }
        return found;
    }

    @AfterEach
    void endDaemon() throws Exception {
        DAEMON.stop();
    }

    private static Conversation client(List<Conversation> clients, int number) {
        return clients.get(Math.floorMod(number, CLIENTS));
    }

    private static String session(int number) {
        return "s" + Math.floorMod(number, SESSIONS);
    }

    @Test
    void eachIsToldItsOwnAndNothingStays() throws Exception {
        Path socket = DAEMON.socket();
        Conversation keeper = DAEMON.client(socket);
        // The first session has the daemon start what it needs for all.
        keeper.call("sandbox/session/create", "{'sessionId':'first'}");
        keeper.exec("first", "true", "{'exitCode':0}");
        keeper.call("sandbox/session/delete", "{'sessionId':'first'}");
        Held before = Held.by(DAEMON.process());
        keeper.call("sandbox/session/create", "{'sessionId':'common'}");
        List<Conversation> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(DAEMON.client(socket));
        }
        create(clients);
        workEverywhere(clients);
        assertThat(keeper.call("sandbox/session/list", "{}").getAsJsonArray("sessions"))
                .hasSize(SESSIONS + 1);
        countTogether(clients);
        goAway(clients);
        List<Integer> deletions = IntStream.range(0, SESSIONS)
                .mapToObj(i -> keeper.ask("sandbox/session/delete", "{'sessionId':'" + session(i) + "'}"))
                .toList();
        deletions.forEach(id -> keeper.expect(keeper.answer(id), "{'result':{'existed':true}}"));
        keeper.exec("common", "echo $n", "{'stdout':'" + CLIENTS + "\\n'}");
        keeper.call("sandbox/session/delete", "{'sessionId':'common'}");
        keeper.expect(keeper.call("sandbox/session/list", "{}"), "{'sessions':[]}");
        awaitHeld(before);
    }

    private static void create(List<Conversation> clients) {
        List<Integer> creations = IntStream.range(0, SESSIONS)
                .mapToObj(i -> client(clients, i).ask("sandbox/session/create", "{'sessionId':'" + session(i) + "'}"))
                .toList();
        for (int i = 0; i < SESSIONS; i++) {
            Conversation creator = client(clients, i);
            creator.expect(
                    creator.answer(creations.get(i)), "{'result':{'session':{'sessionId':'" + session(i) + "'}}}");
        }
    }

    /** In each session its creator leaves something, which a client of another session finds. */
    private static void workEverywhere(List<Conversation> clients) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            left.add(client(clients, i).ask("sandbox/exec", exec(i, "kept=" + i + "; seq " + i + " 3000")));
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Conversation creator = client(clients, i);
            String expected = String.join(
                    "",
                    IntStream.rangeClosed(i, 3000).mapToObj(line -> line + "\n").toList());
            assertThat(stdout(creator.answer(left.get(i)))).isEqualTo(expected);
            found.add(client(clients, i + 1).ask("sandbox/exec", exec(i, "echo $kept >&2; echo $((kept * kept))")));
        }
        for (int i = 0; i < SESSIONS; i++) {
            JsonObject answer = client(clients, i + 1).answer(found.get(i));
            client(clients, i + 1).expect(answer, "{'result':{'exitCode':0,'stderr':'" + i + "\\n'}}");
            assertThat(stdout(answer)).isEqualTo((long) i * i + "\n");
        }
    }

    private static String exec(int session, String command) {
        return "{'sessionId':'" + session(session) + "','command':'" + command + "'}";
    }

    private static String stdout(JsonObject answer) {
        return answer.getAsJsonObject("result").get("stdout").getAsString();
    }

    /** All call the same session at once: it runs one after the other, and all are told all of it, in one order. */
    private static void countTogether(List<Conversation> clients) {
        for (Conversation client : clients) {
            client.call("sandbox/session/attach", "{'sessionId':'common'}");
        }
        List<Integer> calls = clients.stream()
                .map(client -> client.ask("sandbox/exec", "{'sessionId':'common','command':'n=$((n + 1)); echo $n'}"))
                .toList();
        List<String> counted = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            counted.add(stdout(clients.get(i).answer(calls.get(i))).strip());
        }
        List<String> numbers =
                IntStream.rangeClosed(1, CLIENTS).mapToObj(Integer::toString).toList();
        assertThat(counted).containsExactlyInAnyOrderElementsOf(numbers);
        for (Conversation client : clients) {
            client.await(
                    "{'method':'sandbox/exec/output','params':{'sessionId':'common','text':'" + CLIENTS + "\\n'}}");
            List<String> told =
                    client
                            .come("{'method':'sandbox/exec/output','params':{'sessionId':'common','stream':'stdout'}}")
                            .stream()
                            .map(message -> message.getAsJsonObject("params")
                                    .get("text")
                                    .getAsString()
                                    .strip())
                            .toList();
            assertThat(told).isEqualTo(numbers.subList(0, CLIENTS - 1));
        }
    }

    /** Some as LSP wants it, some by hanging up, some in the middle of a message, some of a flood. */
    private static void goAway(List<Conversation> clients) throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            Conversation client = clients.get(i);
            switch (i % 4) {
                case 0 -> {
                    client.answer(client.ask("shutdown", "null"));
                    client.tell("exit", "null");
                }
                case 1 -> client.client().server().close();
                case 2 -> {
                    client.client().sendBytes("Content-Length: 100\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
                    client.client().server().close();
                }
                default -> {
                    client.ask("sandbox/exec", exec(i, "seq 1 100000000"));
                    client.await("{'method':'sandbox/exec/output','params':{'sessionId':'" + session(i)
                            + "','text':'~^1\\n2\\n~'}}");
                    client.client().server().close();
                }
            }
        }
    }

    private static void awaitHeld(Held before) throws IOException {
        Held now = Held.by(DAEMON.process());
        while (!now.equals(before) && !HOST.deadline().isOver()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            now = Held.by(DAEMON.process());
        }
        assertThat(now).isEqualTo(before);
    }
}
