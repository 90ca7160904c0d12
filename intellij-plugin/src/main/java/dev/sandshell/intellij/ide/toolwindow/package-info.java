/** The tool window: a tab for each session that the user has opened, with its terminal in the IDE's colours and fonts. */
@NullMarked
package dev.sandshell.intellij.ide.toolwindow;

import org.jspecify.annotations.NullMarked;
