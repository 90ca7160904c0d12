package dev.sandshell.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A small process that outlives the server for a moment, should the server be killed: when its input ends without a
 * farewell, it kills what runs in our sessions and removes our folder. It is told of each shell; it is started with the
 * first. Any thread may call.
 */
public final class Guardian implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Guardian.class.getName());

    /** Only what every POSIX shell has built in, ls and rm. $1 is the folder; a line is "+PID", "-PID" or "bye". */
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM
            shells=' '
            while read -r line; do
              case $line in
                +*) shells="$shells${line#+} " ;;
                -*) case $shells in *" ${line#-} "*) shells="${shells%%" ${line#-} "*} ${shells#*" ${line#-} "}" ;; esac ;;
                bye) exit 0 ;;
              esac
            done
            for round in 1 2 3; do
              for stat in /proc/[0-9]*/stat; do
                read -r fields 2>/dev/null <"$stat" || continue
                pid=${fields%% *}
                set -- "$1" ${fields##*) }
                case $shells in *" $5 "*) kill -9 "$pid" 2>/dev/null ;; esac
              done
              ls -l /proc/[0-9]*/fd 2>/dev/null | while read -r line; do
                case $line in
                  /proc/*) pid=${line#/proc/} pid=${pid%%/*} ;;
                  *" $1/"*) kill -9 "$pid" 2>/dev/null ;;
                esac
              done
            done
            rm -rf "$1"
            """;

    private final Executor workers;
    private final RuntimeFolder folder;
    private final Object lock = new Object();
    private @Nullable BufferedWriter input;
    private long pid;
    private boolean isClosed;

    public Guardian(Executor workers, RuntimeFolder folder) {
        this.workers = workers;
        this.folder = folder;
    }

    /**
     * Tells it of a shell. Called by a worker, before anybody hears of the shell: from then on a kill of the server does not
     * leave it behind, and it is not forgotten before it is known.
     */
    void watch(int shell) {
        tell("+" + shell);
    }

    /** The same for the process session of an orphan, from any thread. */
    void watchSoon(int session) {
        workers.execute(() -> tell("+" + session));
    }

    /** From any thread. */
    void forget(int shell) {
        workers.execute(() -> tell("-" + shell));
    }

    /** Waits for a start that is under way: until that is over, nobody could know. */
    boolean isItself(int process) {
        synchronized (lock) {
            return process == pid;
        }
    }

    private void tell(String line) {
        synchronized (lock) {
            if (isClosed) {
                return;
            }
            try {
                BufferedWriter out = input == null ? start() : input;
                input = out;
                out.write(line + "\n");
                out.flush();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the guardian is gone; a killed server would leave its shells", e);
                isClosed = true;
            }
        }
    }

    private BufferedWriter start() throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // Or a kill of the server's whole process group would reach it too.
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                "/bin/sh", "-c", SCRIPT, "sandshell-guardian", folder.path().toString()));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        pid = process.pid();
        return new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Sends it away: the server has cleaned up itself. */
    @Override
    public void close() {
        synchronized (lock) {
            if (input != null && !isClosed) {
                try {
                    input.write("bye\n");
                    input.close();
                } catch (IOException e) {
                    LOG.log(Level.FINE, "the guardian was gone already", e);
                }
            }
            isClosed = true;
        }
    }
}
