/**
 * Somebody's text for where the editor makes icons of `$(name)`, as it does in lists and in the status bar: it looks the
 * same, and `echo $(sync)` stays what it is.
 */
export function withoutIcons(text: string): string {
  // A space of no width. The editor's own backslash is shown where it highlights what was searched for.
  return text.replaceAll("$(", "$\u200b(");
}
