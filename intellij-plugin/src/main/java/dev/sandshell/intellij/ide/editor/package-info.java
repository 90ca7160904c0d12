/** What can be run in a text is marked beside it, whatever language plug-ins there are. */
@NullMarked
package dev.sandshell.intellij.ide.editor;

import org.jspecify.annotations.NullMarked;
