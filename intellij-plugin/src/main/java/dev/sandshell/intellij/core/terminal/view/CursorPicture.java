package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cursor.Shape;

/**
 * The cursor as it is seen in its row.
 *
 * @param isHollow only its outline, since keys go elsewhere
 */
record CursorPicture(int column, Shape shape, boolean isHollow) {}
