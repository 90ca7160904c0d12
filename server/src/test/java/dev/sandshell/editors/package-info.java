/**
 * The configurations in {@code docs/editors}, each as it stands there, in the editor that it is for: a person opens a script,
 * runs it, sees what came of it, and interrupts what waits.
 */
@NullMarked
package dev.sandshell.editors;

import org.jspecify.annotations.NullMarked;
