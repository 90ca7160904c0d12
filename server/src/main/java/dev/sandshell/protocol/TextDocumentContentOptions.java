package dev.sandshell.protocol;

import java.util.List;

/** The schemes of the documents that the server has the text of, as LSP has it. */
public record TextDocumentContentOptions(@Required List<String> schemes) {}
