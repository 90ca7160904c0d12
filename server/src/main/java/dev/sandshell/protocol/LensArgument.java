package dev.sandshell.protocol;

/** The one argument of a lens's command: what is to be run, and where it stands. */
public record LensArgument(
        @Required String command, @Required String uri, int line) {}
