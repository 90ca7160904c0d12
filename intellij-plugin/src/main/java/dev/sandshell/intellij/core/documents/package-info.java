/** Documents that somebody edits, and what the server finds in them to be run. */
@NullMarked
package dev.sandshell.intellij.core.documents;

import org.jspecify.annotations.NullMarked;
