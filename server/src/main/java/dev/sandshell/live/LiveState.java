package dev.sandshell.live;

import dev.sandshell.session.ShellHoldings;

/**
 * What is known of a session without asking it. Immutable.
 *
 * @param shell its name, as {@code zsh}
 * @param isBusy whether something runs since the prompt that this is of
 */
public record LiveState(String sessionId, String shell, String cwd, boolean isBusy, ShellHoldings holdings) {}
