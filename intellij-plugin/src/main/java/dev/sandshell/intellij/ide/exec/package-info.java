/** Commands that run because somebody in the IDE has asked for it, and what is said of them. */
@NullMarked
package dev.sandshell.intellij.ide.exec;

import org.jspecify.annotations.NullMarked;
