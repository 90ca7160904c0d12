/** The command line: commands that are clients of the protocol like any other. What starts fast is parsed by hand. */
@NullMarked
package dev.sandshell.cli;

import org.jspecify.annotations.NullMarked;
