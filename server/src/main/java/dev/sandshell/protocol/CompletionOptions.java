package dev.sandshell.protocol;

import java.util.List;

/** How the server completes, as LSP has it: also when one of these is typed. */
public record CompletionOptions(@Required List<String> triggerCharacters) {}
