/** Puts the server together by hand, and sees to its beginning and its end: streams, parent, signals, order of closing. */
@NullMarked
package dev.sandshell.app;

import org.jspecify.annotations.NullMarked;
