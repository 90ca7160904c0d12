/** Actions: each asks the user what it has to, and hands over to the project's service. */
@NullMarked
package dev.sandshell.intellij.ide.actions;

import org.jspecify.annotations.NullMarked;
