package dev.sandshell.protocol;

/**
 * {@code sandbox/exec/inputRequired}: this command waits for input.
 *
 * @param secret whether its terminal does not show what is typed
 */
public record ExecInputRequiredNotification(
        @Required String sessionId, @Required String execId, boolean secret, long seq) {}
