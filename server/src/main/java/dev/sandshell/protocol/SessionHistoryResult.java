package dev.sandshell.protocol;

import java.util.List;

/** The commands that were found, newest first. */
public record SessionHistoryResult(@Required List<HistoryEntry> entries) {}
