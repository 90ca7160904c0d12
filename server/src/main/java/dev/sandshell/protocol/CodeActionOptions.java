package dev.sandshell.protocol;

import java.util.List;

/** The code actions that the server has, as LSP has it. */
public record CodeActionOptions(@Required List<String> codeActionKinds) {}
