package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** A step of a progress: {@code kind} is begin, report or end. */
public record WorkDoneProgress(
        @Required String kind,
        @Nullable String title,
        @Nullable Boolean cancellable,
        @Nullable String message,
        @Nullable Integer percentage) {}
