/** What a user does with commands: runs them, stops them, finds them again. Knows no editor and asks nobody anything. */
@NullMarked
package dev.sandshell.intellij.core.commands;

import org.jspecify.annotations.NullMarked;
