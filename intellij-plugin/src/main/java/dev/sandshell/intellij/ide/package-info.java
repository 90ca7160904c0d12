/** What the IDE asks for: each class is an extension point, an action, or what those share, and holds no logic. */
@NullMarked
package dev.sandshell.intellij.ide;

import org.jspecify.annotations.NullMarked;
