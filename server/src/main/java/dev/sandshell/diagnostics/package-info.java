/**
 * What compilers, linters and test runners print about files, read off a command's output: pure matchers of lines, and
 * where in the files that is. Knows neither sessions nor the wire.
 */
@NullMarked
package dev.sandshell.diagnostics;

import org.jspecify.annotations.NullMarked;
