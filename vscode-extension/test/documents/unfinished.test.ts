import { expect, test } from "vitest";
import { isUnfinished } from "../../src/documents/unfinished.ts";

test.each([
  "echo 'a",
  'echo "a\\"',
  "make \\",
  "cat <<END\na",
  "cat <<-'END'\na\n END",
  "cat <<A <<B\nA",
  "a &&",
  "a |",
  "for i in 1 2; do",
  "while true\ndo echo",
  "if a; then b",
  "case $x in",
  "f() {",
  "(cd x",
  "if a; then for i in 1; do b; done",
])("%j goes on", (command) => expect(isUnfinished(command)).toBe(true));

test.each([
  "npm run build",
  "echo it\\'s",
  'echo \'a\' "b\\""',
  "make \\\n  all",
  "cat <<END\na\nEND",
  "cat <<-END\na\n\tEND",
  "for i in 1 2; do echo $i; done",
  "if a; then b; fi",
  "f() { echo; }; f",
  "echo done # what's that",
  "x=$(date) {a,b}",
  "cat <<<word",
  "cat <<A <<B\na\nA\nit's\nB",
  "case $x in a) b;; esac",
  "echo for you",
])("%j does not", (command) => expect(isUnfinished(command)).toBe(false));
