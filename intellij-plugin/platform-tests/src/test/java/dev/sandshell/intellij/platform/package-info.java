/** The plug-in in an IntelliJ Platform of 2019.1: without a window, and in one. */
@NullMarked
package dev.sandshell.intellij.platform;

import org.jspecify.annotations.NullMarked;
