/** The JSON Schema of the protocol, read off its records; pure. */
@NullMarked
package dev.sandshell.schema;

import org.jspecify.annotations.NullMarked;
