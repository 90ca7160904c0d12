/** The project's session in the status bar. */
@NullMarked
package dev.sandshell.intellij.ide.statusbar;

import org.jspecify.annotations.NullMarked;
