/**
 * What editors show of commands that run: texts in private files, written while the commands run. Knows neither sessions
 * nor the wire.
 */
@NullMarked
package dev.sandshell.output;

import org.jspecify.annotations.NullMarked;
