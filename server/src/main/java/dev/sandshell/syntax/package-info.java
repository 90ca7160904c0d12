/** The grammar of shell scripts, also of half-written ones: the only package that knows the parser. Knows no session. */
@NullMarked
package dev.sandshell.syntax;

import org.jspecify.annotations.NullMarked;
