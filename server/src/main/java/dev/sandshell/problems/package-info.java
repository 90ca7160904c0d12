/**
 * What one client is told is wrong with files: because of what commands print, and whoever else has something against them.
 * Told together, as each telling takes the place of the one before.
 */
@NullMarked
package dev.sandshell.problems;

import org.jspecify.annotations.NullMarked;
