package dev.sandshell.intellij.core.commands;

import dev.sandshell.intellij.core.sessions.KeptOutput;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.PlainText;
import dev.sandshell.protocol.OutputChunk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A command's output as a document. */
public final class OutputText {
    private OutputText() {}

    /** What was run, what it printed without escape sequences, and how it ended. */
    public static String of(KeptOutput kept) {
        StringBuilder text = new StringBuilder("$ ").append(kept.command()).append('\n');
        if (kept.isTruncated()) {
            text.append("[the beginning is no longer kept]\n");
        }
        String body = PlainText.withoutEscapes(joined(kept));
        text.append(body);
        if (!body.isEmpty() && !body.endsWith("\n")) {
            text.append('\n');
        }
        String state = kept.end() == null ? "running" : Outcome.of(kept.end()).words();
        return text.append('[').append(state).append("]\n").toString();
    }

    /** A character may begin in one piece and end in the next. */
    private static String joined(KeptOutput kept) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (OutputChunk chunk : kept.chunks()) {
            bytes.writeBytes(bytesOf(chunk));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytesOf(OutputChunk chunk) {
        if (chunk.text() != null) {
            return chunk.text().getBytes(StandardCharsets.UTF_8);
        }
        return chunk.dataBase64() == null ? new byte[0] : Base64.getDecoder().decode(chunk.dataBase64());
    }
}
