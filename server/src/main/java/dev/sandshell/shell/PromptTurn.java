package dev.sandshell.shell;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a shell at its prompt: lines, and one that reports that they have been run. Immutable.
 *
 * @param owner the command that has the terminal meanwhile, or null for none
 */
record PromptTurn(
        String lines,
        String report,
        ReportParser.Kind kind,
        long number,
        @Nullable TerminalTurn owner) {}
