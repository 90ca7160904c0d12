package dev.sandshell.conformance;

import dev.sandshell.app.SandshellServer;
import dev.sandshell.policy.Limits;
import dev.sandshell.rpc.Connection;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A program: a server for one client on stdio that begins with the sessions of the one before, and leaves its own. */
final class KeepingServer {
    private KeepingServer() {}

    public static void main(String[] arguments) throws IOException {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        int code;
        try (SandshellServer server = SandshellServer.startShared(Limits.defaults(), System.getenv());
                Connection connection = new Connection(server.context(), in, out, null, params -> {})) {
            connection.start();
            code = connection.ended().join();
        }
        System.exit(code);
    }
}
