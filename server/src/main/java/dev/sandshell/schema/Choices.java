package dev.sandshell.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;

/** The strings that a field may be, where that is a fixed set; the server refuses, or never says, any other. */
final class Choices {
    private static final ImmutableList<String> STREAMS = ImmutableList.of("stdout", "stderr", "terminal");

    private static final ImmutableMap<String, ImmutableList<String>> BY_FIELD =
            ImmutableMap.<String, ImmutableList<String>>builder()
                    .put("ExecParams.output", ImmutableList.of("both", "stream", "collect"))
                    .put("ExecParams.encoding", ImmutableList.of("utf-8", "base64"))
                    .put("ExecParams.onBusy", ImmutableList.of("queue", "reject"))
                    .put("SessionCreateParams.startup", ImmutableList.of("clean", "user"))
                    .put("SessionCreateParams.history", ImmutableList.of("on", "off"))
                    .put("Session.state", ImmutableList.of("starting", "idle", "busy", "terminated"))
                    .put("Exec.state", ImmutableList.of("queued", "running", "exited", "closed"))
                    .put("ExecOutputNotification.stream", STREAMS)
                    .put("OutputChunk.stream", STREAMS)
                    .put("InitializationOptions.commands", ImmutableList.of("client", "server"))
                    .put("InitializationOptions.startup", ImmutableList.of("clean", "user"))
                    .put("InitializationOptions.output", ImmutableList.of("first", "always", "never"))
                    .put("ServerStatusNotification.health", ImmutableList.of("ok", "warning", "error"))
                    .put("MarkupContent.kind", ImmutableList.of("plaintext", "markdown"))
                    .put("WorkDoneProgress.kind", ImmutableList.of("begin", "report", "end"))
                    .buildOrThrow();

    private Choices() {}

    /** Empty where any string will do. */
    static List<String> of(String record, String component) {
        return BY_FIELD.getOrDefault(record + "." + component, ImmutableList.of());
    }

    static ImmutableMap<String, ImmutableList<String>> all() {
        return BY_FIELD;
    }
}
