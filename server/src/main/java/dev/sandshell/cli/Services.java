package dev.sandshell.cli;

import dev.sandshell.protocol.SessionHistoryParams;
import dev.sandshell.protocol.SessionHistoryResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What the commands need of the program that they are part of; {@code app} provides it. Any thread may call. */
public interface Services {
    String version();

    /** The real standard input, unbuffered. */
    InputStream stdin();

    /** The real standard output, unbuffered; {@code System.out} leads to stderr. */
    OutputStream stdout();

    /** Standard error, unbuffered. */
    OutputStream stderr();

    /** Whether a person sees what goes to standard error as it comes. */
    boolean isStderrTerminal();

    /**
     * The terminal that standard input and output are.
     *
     * @throws IOException where one of them is none, with what to do
     */
    OwnTerminal ownTerminal() throws IOException;

    /** Serves one client; the exit code. */
    int serve(ServeOptions options) throws IOException;

    /**
     * Starts a server in this process, with the caller as its one client. Returns before the server is ready: what is
     * written meanwhile waits in the pipe.
     *
     * @param forTyping whether a person will type at the prompt of its shells
     */
    ServerLink startServer(boolean forTyping) throws IOException;

    /** The server that all of the user's editors can share. */
    Daemon daemon() throws IOException;

    /** Whether the environment asks for shells without a prompt, also for those who would type. */
    boolean asksForQuietShells();

    /** What the command log answers, asked without a server. */
    SessionHistoryResult history(SessionHistoryParams params) throws IOException;

    /** Opens a terminal and closes it again; its name. */
    String tryTerminal() throws IOException;

    /** The folder that servers keep their pipes and scripts in, once it has been made and written to. */
    RuntimePlace tryRuntimeFolder() throws IOException;

    /**
     * Where servers keep their pipes and scripts.
     *
     * @param isInMemory whether writing there costs no disk
     */
    record RuntimePlace(String path, boolean isInMemory) {}
}
