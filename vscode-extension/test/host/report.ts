/** What begins a line that is for whoever runs the tests, among all that a window logs. */
export const reportMark = "[test] ";

/** Says something to whoever runs the tests. */
export function report(text: string): void {
  console.log(`${reportMark}${text}`);
}
