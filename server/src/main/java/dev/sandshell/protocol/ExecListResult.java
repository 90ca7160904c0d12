package dev.sandshell.protocol;

import java.util.List;

/** Commands, oldest first. */
public record ExecListResult(@Required List<Exec> execs) {}
