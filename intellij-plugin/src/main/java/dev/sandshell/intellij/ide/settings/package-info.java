/** What the user has set, once for all projects, and the page on which that is done. */
@NullMarked
package dev.sandshell.intellij.ide.settings;

import org.jspecify.annotations.NullMarked;
