package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/attach}. */
public record SessionAttachParams(
        @Required String sessionId, @Nullable Long afterSeq) {}
