package dev.sandshell.diagnostics;

import java.net.URI;

/**
 * A finding in a file that is there, where a client looks for it. Immutable.
 *
 * @param line from 0
 * @param start from 0, in what the client counts
 * @param end behind the last
 */
public record PlacedFinding(URI file, int line, int start, int end, Finding finding) {}
