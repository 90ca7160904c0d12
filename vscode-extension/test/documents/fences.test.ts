import { expect, test } from "vitest";
import { fencesOf, shellTextOf } from "../../src/documents/fences.ts";

const linesOf = (text: string) => text.split(/\r?\n/);
const shellOf = (text: string) =>
  fencesOf(linesOf(text)).map((fence) => `${fence.line}: ${shellTextOf(fence)?.replaceAll("\n", "|")}`);

test("a fence is what is between its marks", () => {
  expect(fencesOf(linesOf("# Title\n\n```bash\nmake\nmake test\n```\ntext"))).toEqual([
    { line: 2, language: "bash", lines: ["make", "make test"] },
  ]);
});

test.each(["sh", "bash", "zsh", "shell", "Bash", 'bash title="x"', "bash{1,3}", "{.bash}", "sh,ignore"])(
  "%s is the shell's",
  (info) => expect(shellOf(`\`\`\`${info}\necho hi\n\`\`\``)).toEqual(["0: echo hi"]),
);

test.each(["", "python", "text", "bashful"])("%j is not", (info) =>
  expect(shellOf(`\`\`\`${info}\necho hi\n\`\`\``)).toEqual(["0: undefined"]),
);

test("lines end as on Windows, too", () => {
  expect(shellOf("a\r\n```sh\r\none\r\ntwo\r\n```\r\n")).toEqual(["1: one|two"]);
});

test("tildes, and marks longer than what is in them", () => {
  expect(shellOf("~~~ sh\n```\n~~~")).toEqual(["0: ```"]);
  expect(shellOf("````sh\n```\necho\n````")).toEqual(["0: ```|echo"]);
  expect(shellOf("```sh\n~~~\n```")).toEqual(["0: ~~~"]);
  expect(shellOf("```sh\necho\n`````\n```sh\nls\n```")).toEqual(["0: echo", "3: ls"]);
});

test("what is not closed ends with the text", () => {
  expect(shellOf("```sh\necho\n``` no end\nls")).toEqual(["0: echo|``` no end|ls"]);
});

test("code in a line is no fence", () => {
  expect(shellOf("```echo``` and so on\nls")).toEqual([]);
});

test("the fence's indentation is no part of what is in it", () => {
  expect(shellOf("  ```sh\n  if a; then\n    b\n c\n  ```")).toEqual(["0: if a; then|  b|c"]);
});

test("fences of lists", () => {
  expect(shellOf("- one\n\n  ```sh\n  ls\n  ```\n10. ten\n\n    ```sh\n    pwd\n    ```")).toEqual(["2: ls", "7: pwd"]);
  expect(shellOf("- ```sh\n  ls\n  ```\n- text")).toEqual(["0: ls"]);
  expect(shellOf("- ```sh\n  ls\ntext")).toEqual(["0: ls"]);
});

test("what is indented by four outside of a list is code, and no fence", () => {
  expect(shellOf("text\n\n    ```sh\n    ls\n    ```")).toEqual([]);
});

test("fences of quotations", () => {
  expect(shellOf("> [!TIP]\n> ```sh\n> ls\n>\n> pwd > file\n> ```\nafter")).toEqual(["1: ls||pwd > file"]);
  expect(shellOf("> ```sh\n> ls\nafter")).toEqual(["0: ls"]);
});

test("nothing to run is nothing", () => {
  expect(shellOf("```sh\n\n```")).toEqual(["0: undefined"]);
  expect(shellOf("```console\nonly output\n```")).toEqual(["0: undefined"]);
});

test.each(["console", "shell-session", "shellsession"])("of a %s, what is behind the prompts", (language) => {
  expect(shellOf(`\`\`\`${language}\n$ cd /tmp\n$ ls\na  b\n\`\`\``)).toEqual(["0: cd /tmp|ls"]);
});

const dialogueOf = (...lines: string[]) => shellTextOf({ line: 0, language: "console", lines });

test("root's prompt, or a comment where there is another prompt", () => {
  expect(dialogueOf("# apt update", "Reading…")).toBe("apt update");
  expect(dialogueOf("# first this", "$ make")).toBe("make");
});

test("commands of several lines", () => {
  expect(dialogueOf("$ for i in 1 2", "> do", ">   echo $i", "> done", "1", "2")).toBe(
    "for i in 1 2\ndo\n  echo $i\ndone",
  );
  expect(dialogueOf("$ cat <<END", "> a", ">", "> END", "a")).toBe("cat <<END\na\n\nEND");
  expect(dialogueOf("$ make \\", "    all", "ok")).toBe("make \\\n    all");
});

test("output that begins like a continuation is output", () => {
  expect(dialogueOf("$ npm run build", "> site@1.0.0 build", "> vite build")).toBe("npm run build");
});
