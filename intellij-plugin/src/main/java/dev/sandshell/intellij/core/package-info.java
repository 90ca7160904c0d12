/** The plug-in without the IDE: nothing here, or below, knows a class of IntelliJ's. */
@NullMarked
package dev.sandshell.intellij.core;

import org.jspecify.annotations.NullMarked;
