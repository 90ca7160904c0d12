package dev.sandshell.protocol;

import java.util.List;

/** Parameters of {@code window/showMessageRequest}: a message with answers to choose from. */
public record ShowMessageRequestParams(
        int type, @Required String message, @Required List<MessageActionItem> actions) {}
