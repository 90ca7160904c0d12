/** The command line: commands that are clients of the protocol like any other. */
@NullMarked
package dev.sandshell.cli;

import org.jspecify.annotations.NullMarked;
