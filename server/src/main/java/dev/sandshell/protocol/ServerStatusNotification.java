package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * {@code experimental/serverStatus}, as rust-analyzer has it.
 *
 * @param health ok, warning or error
 * @param quiescent whether nothing runs
 */
public record ServerStatusNotification(
        @Required String health,
        boolean quiescent,
        @Nullable String message) {}
