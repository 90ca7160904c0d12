/** Where what outlives a server is kept: the user's state folder. */
@NullMarked
package dev.sandshell.state;

import org.jspecify.annotations.NullMarked;
