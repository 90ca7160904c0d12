package dev.sandshell.intellij.core.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that answers {@code initialize}, and ends with exit code 3 when it is asked for a list. */
final class FragileServer {
    private static final Pattern ID = Pattern.compile("\"id\":\\s*(\"[^\"]*\"|\\d+)");

    private FragileServer() {}

    /** @param mode what it is to do at its start: serve, "no room", end, hang */
    static ProcessBuilder command(String mode) {
        try {
            Path classes = Path.of(FragileServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<String> words = new ArrayList<>();
            words.add(System.getProperty("java.home") + "/bin/java");
            words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
            words.addAll(List.of("-cp", classes.toString(), FragileServer.class.getName(), mode));
            return new ProcessBuilder(words);
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "no room" -> {
                System.err.println("no room");
                System.exit(1);
            }
            case "end" -> System.exit(7);
            default -> serve(args[0].equals("hang"));
        }
    }

    private static void serve(boolean isSilent) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        for (int length = lengthOf(in); length >= 0; length = lengthOf(in)) {
            byte[] body = in.readNBytes(length);
            String message = new String(body, StandardCharsets.UTF_8);
            if (message.contains("\"method\":\"initialize\"") && !isSilent) {
                answer(message);
            } else if (message.contains("\"method\":\"sandbox/session/list\"")) {
                System.err.println("it hurts");
                System.exit(3);
            }
        }
    }

    private static void answer(String message) {
        Matcher id = ID.matcher(message);
        boolean isThere = id.find();
        String body = "{\"jsonrpc\":\"2.0\",\"id\":" + (isThere ? id.group(1) : "null")
                + ",\"result\":{\"capabilities\":{},\"serverInfo\":{\"name\":\"fragile\",\"version\":\""
                + ProcessHandle.current().pid() + "\"}}}";
        System.out.print("Content-Length: " + body.length() + "\r\n\r\n" + body);
        System.out.flush();
    }

    /** -1 at the end. */
    private static int lengthOf(DataInputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return -1;
            }
            header.append((char) c);
        }
        Matcher length = Pattern.compile("Content-Length: (\\d+)").matcher(header);
        return length.find() ? Integer.parseInt(length.group(1)) : -1;
    }
}
