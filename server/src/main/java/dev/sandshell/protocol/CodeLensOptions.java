package dev.sandshell.protocol;

/** The lenses that the server has, as LSP has it. */
public record CodeLensOptions(boolean resolveProvider) {}
