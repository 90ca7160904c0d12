package dev.sandshell.intellij.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.server.JavaPlaces;
import dev.sandshell.intellij.core.server.Printed;
import dev.sandshell.intellij.core.server.RestartBudget;
import dev.sandshell.intellij.core.server.ServerCommands;
import dev.sandshell.intellij.core.server.ServerLog;
import dev.sandshell.intellij.core.server.ServerProgram;
import dev.sandshell.intellij.core.server.ServerSupervisor;
import dev.sandshell.intellij.core.sessions.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The daemon of one test, in folders of its own, and clients of it. Sees at the end that nothing of them stays. */
public final class TestDaemon {
    /** A client as an IDE is one. */
    public record Client(ServerSupervisor supervisor, Sessions sessions) {}

    private final Deadline deadline = new Deadline();
    private final String mark = UUID.randomUUID().toString();
    private final Path folder;
    private final List<Client> clients = new ArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    public TestDaemon() throws IOException {
        folder = Files.createTempDirectory("ij-");
    }

    public Deadline deadline() {
        return deadline;
    }

    public ServerProgram program() {
        Map<String, String> environment = Map.of(
                "SANDSHELL_RUNTIME_DIR", folder.toString(),
                "SANDSHELL_STATE_DIR", folder.resolve("state").toString(),
                "SANDSHELL_TEST_RUN", mark);
        Path jar = Path.of(System.getProperty("sandshell.jar", "../server/target/sandshell.jar"));
        assertThat(jar).exists();
        return new ServerProgram(JavaPlaces.ofThisProcess(null), jar, true, environment);
    }

    public Client client() {
        return client(5);
    }

    /** One whose connection is made again so often within the time of a test. */
    public Client client(int restarts) {
        RestartBudget budget = new RestartBudget(restarts, Duration.ofMinutes(3), () -> 0);
        ServerSupervisor supervisor = new ServerSupervisor(
                program(),
                new ServerLog() {
                    @Override
                    public void info(String line) {
                        log.add(line);
                    }

                    @Override
                    public void warn(String line) {
                        log.add(line);
                    }

                    @Override
                    public void server(String line) {
                        log.add("server: " + line);
                    }
                },
                budget);
        Client client = new Client(supervisor, new Sessions(supervisor));
        clients.add(client);
        return client;
    }

    /** What clients have logged. */
    public List<String> log() {
        return log;
    }

    /** The daemon itself. */
    public ProcessHandle process() throws IOException {
        Path lock = folder.resolve("sandshell-" + Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .resolve("daemon.lock");
        return ProcessHandle.of(Long.parseLong(Files.readString(lock).strip())).orElseThrow();
    }

    /** The processes between this one and the daemon. */
    public List<ProcessHandle> relays() {
        return ProcessHandle.current()
                .children()
                .filter(child -> text(child.pid(), "environ").contains(mark))
                .toList();
    }

    /** Closes its clients, ends it, and looks for what is left. */
    public void end() throws Exception {
        Deadline ending = new Deadline();
        for (Client client : clients) {
            client.sessions().close();
            client.supervisor().close();
            ending.await(client.supervisor().closed());
        }
        OurThreads.awaitEnd(ending);
        Printed stopped = new ServerCommands(program()).run("daemon", "stop");
        assertThat(stopped.exitCode()).as(stopped.text()).isZero();
        ending.until(() -> processes().isEmpty(), () -> "processes are left: " + processes());
        assertThat(files()).isEmpty();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .forEach(path -> assertThat(path.toFile().delete()).isTrue());
        }
    }

    /** What runs of ours, by its environment. */
    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .filter(pid -> text(pid, "environ").contains(mark))
                .map(pid -> pid + " " + text(pid, "cmdline").replace('\0', ' '))
                .toList();
    }

    /** Sockets, FIFOs and folders of servers; the list of known shells and the history may stay. */
    /** Whether a file that the next daemon finds has this in it. */
    public boolean hasKept(String text) {
        try (Stream<Path> all = Files.walk(folder.resolve("state"))) {
            return all.filter(Files::isRegularFile).anyMatch(file -> contains(file, text));
        } catch (IOException | UncheckedIOException e) {
            // A file has been renamed meanwhile; there is a next look.
            return false;
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder, 3)) {
            return all.filter(path -> !path.startsWith(folder.resolve("state"))
                            && path.getNameCount() > folder.getNameCount() + 1)
                    .filter(path -> !Files.isRegularFile(path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(long pid, String what) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc/" + pid, what)), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It has ended meanwhile, or is somebody else's.
            return "";
        }
    }
}
