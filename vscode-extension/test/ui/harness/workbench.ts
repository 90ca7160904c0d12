import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { Deadline } from "../../conformance/deadline.ts";
import { imageFolder, screenshotFolder } from "./browserEditor.ts";
import type { EditorServer } from "./editorServer.ts";

/**
 * A window of VS Code as a person uses it: by keys, by what it lists, by what can be read in it. Waits are Playwright's;
 * what only gives what is to be seen now is for `expect.poll`.
 */
export class Workbench {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** The server's workspace folder in a window that is ready for keys. */
  static async open(page: Page, server: EditorServer): Promise<Workbench> {
    await page.goto(server.page);
    const workbench = new Workbench(page);
    await workbench.#awaitReady();
    return workbench;
  }

  /** The same window anew, as "Reload Window" has it. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.#awaitReady();
  }

  async #awaitReady(): Promise<void> {
    await this.page.locator(".monaco-workbench .statusbar").waitFor();
    await this.openPalette();
    // It closes by itself where the window is not done with its layout.
    await persist(() => this.closeInput());
  }

  /** A picture of the end of a test that failed, and where it is. */
  static async lastSight(page: Page, test: string): Promise<string> {
    mkdirSync(screenshotFolder, { recursive: true });
    const path = join(screenshotFolder, `failed-${test.replaceAll(/\W+/g, "-")}.png`);
    await page.screenshot({ path });
    return path;
  }

  get #input(): Locator {
    return this.page.locator(".quick-input-widget input[type=text], .quick-input-widget input[type=password]").first();
  }

  /** The rows of the open list, a row a line: what is matched by `hasText`. */
  get #rows(): Locator {
    return this.page.locator(".quick-input-list .monaco-list-row");
  }

  async openPalette(): Promise<void> {
    // Keys before the window is ready are lost.
    await persist(async () => {
      await this.page.keyboard.press("F1");
      await this.#input.waitFor({ timeout: 1_000 });
    });
  }

  /** Leaves the palette, list or input box that is open, if any. */
  async closeInput(): Promise<void> {
    await persist(async () => {
      if (await this.#input.isVisible()) {
        await this.#input.press("Escape", soon);
        await this.#input.waitFor({ state: "hidden", ...soon });
      }
    });
  }

  /** What the palette lists for that text. */
  async paletteEntries(text: string): Promise<string[]> {
    await this.openPalette();
    await this.#input.fill(`>${text}`, soon);
    await this.#rows.first().waitFor();
    const labels = await this.listed();
    await this.closeInput();
    return labels;
  }

  /** A command of the palette, by its whole title, such as "Sandshell: Show Log". */
  async run(title: string): Promise<void> {
    // An open palette does not take note of what an extension brings meanwhile.
    await persist(async () => {
      await this.closeInput();
      await this.openPalette();
      // It closes by itself where something else takes the focus, as the panel does that has just been opened.
      await this.#input.fill(`>${title}`, soon);
      // The first row is what has been used last, or comes first by the alphabet.
      await this.#row(title).click(soon);
    });
  }

  /** Runs a command in the window's session. */
  async execute(command: string): Promise<void> {
    await persist(async () => {
      await this.ask("Sandshell: Execute Command…", /^Execute Command/);
      await this.#input.fill(command, soon);
    });
    await this.page.keyboard.press("Enter");
  }

  /** A command of the palette that asks something, once it does: the palette, which is still there, would take the keys. */
  async ask(command: string, title: string | RegExp): Promise<void> {
    await persist(async () => {
      await this.run(command);
      // What asks closes as the palette does, such as for the panel of a window that has just been opened.
      await this.#title(title).waitFor(soon);
    });
  }

  /** Once something of that title is asked. */
  async asks(title: string | RegExp): Promise<void> {
    await this.#title(title).waitFor();
  }

  #title(title: string | RegExp): Locator {
    return this.page.locator(".quick-input-title", { hasText: title });
  }

  /** An entry of the open list, by the whole of its label. */
  async pick(label: string): Promise<void> {
    await this.#row(label).click();
  }

  /** A command of the palette that opens a list, and an entry of that: what comes meanwhile is not in a list that is open. */
  async runAndPick(title: string, label: string): Promise<void> {
    await persist(async () => {
      await this.run(title);
      await this.#row(label).click(soon);
    });
  }

  #row(label: string): Locator {
    const whole = new RegExp(`^\\s*${label.replaceAll(/[^\w\s]/g, "\\$&")}$`);
    return this.#rows
      .filter({ has: this.page.locator(".quick-input-list-entry .label-name", { hasText: whole }) })
      .first();
  }

  /** The labels of the open list. */
  async listed(): Promise<string[]> {
    return (await this.#rows.locator(".quick-input-list-label").allInnerTexts()).map(plain);
  }

  /** The answer to an input box: types it and presses Enter. */
  async answer(text: string): Promise<void> {
    await this.#input.waitFor();
    await this.#input.fill(text);
    await this.page.keyboard.press("Enter");
  }

  /** What the open input box asks, and whether it hides what is typed. */
  async question(): Promise<{ title: string; placeholder: string; prompt: string; isMasked: boolean }> {
    await this.#input.waitFor();
    return {
      title: plain(await this.page.locator(".quick-input-title").innerText()),
      placeholder: (await this.#input.getAttribute("placeholder")) ?? "",
      prompt: plain(await this.page.locator(".quick-input-message").innerText()),
      isMasked: (await this.#input.getAttribute("type")) === "password",
    };
  }

  /** What is wrong with what stands in the open input box, or what it asks. */
  async complaint(): Promise<string> {
    return plain(await this.page.locator(".quick-input-message").innerText());
  }

  /** Whether a palette, list or input box is open. */
  async isAsking(): Promise<boolean> {
    return this.#input.isVisible();
  }

  /** Keys for what is open and has the focus, a name such as `ArrowDown` or a text. */
  async keys(...all: string[]): Promise<void> {
    for (const key of all) {
      await (/^[A-Z][A-Za-z]+$/.test(key) ? this.page.keyboard.press(key) : this.page.keyboard.type(key));
    }
  }

  /** The modal dialog: what it says, a line a paragraph, and its buttons. */
  async dialog(): Promise<{ text: string; buttons: string[] }> {
    const box = this.page.locator(".monaco-dialog-box");
    await box.waitFor();
    return {
      text: await box.locator(".dialog-message-container").innerText(),
      buttons: await box.locator(".dialog-buttons .monaco-button").allInnerTexts(),
    };
  }

  /** Answers the modal dialog by one of its buttons, or by Escape. */
  async decide(button?: string): Promise<void> {
    const box = this.page.locator(".monaco-dialog-box");
    await box.waitFor();
    await (button === undefined
      ? this.page.keyboard.press("Escape")
      : box.getByRole("button", { name: button, exact: true }).click());
    await box.waitFor({ state: "hidden" });
  }

  /** What the notifications say that are to be seen. */
  async notifications(): Promise<string[]> {
    return (await this.page.locator(".notification-list-item-message").allInnerTexts()).map(plain);
  }

  /** A button of a notification. */
  async press(label: string): Promise<void> {
    await this.page.locator(".notifications-toasts").getByRole("button", { name: label, exact: true }).click();
  }

  /** The screen of the terminal that is in front, a row a line. */
  async terminalText(): Promise<string> {
    const rows = this.page.locator(".terminal-wrapper.active .xterm-rows > div");
    return (await rows.allInnerTexts()).map(plain).join("\n").trimEnd();
  }

  /** The name of the terminal that is in front, where there are several. */
  async terminalName(): Promise<string> {
    const front = this.page.locator(".terminal-tabs-entry.is-active");
    return (await front.count()) === 1 ? plain(await front.innerText()).trim() : "";
  }

  /** The names of all terminals, where there are several. */
  async terminalNames(): Promise<string[]> {
    const names = await this.page.locator(".terminal-tabs-entry").allInnerTexts();
    // A row that is not in use any more stays in the page, empty.
    return names.map((name) => plain(name).trim()).filter((name) => name !== "");
  }

  /** Keys for the terminal that is in front; `\n` is Enter. */
  async type(text: string): Promise<void> {
    await this.page.locator(".terminal-wrapper.active .xterm-helper-textarea").focus();
    for (const [at, line] of text.split("\n").entries()) {
      if (at > 0) {
        await this.page.keyboard.press("Enter");
      }
      await this.page.keyboard.type(line);
    }
  }

  /** The items of the status bar, from left to right. */
  async statusBar(): Promise<string[]> {
    const texts = await this.page.locator(".statusbar-item:visible").allInnerTexts();
    return texts.map(plain).filter((text) => text !== "");
  }

  /** The text of the editor that is in front, as far as it is to be seen. */
  async editorText(): Promise<string> {
    const lines = this.page.locator(".editor-group-container.active .view-lines > .view-line");
    const placed = await lines.evaluateAll((all) =>
      all.map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent ?? "" })),
    );
    // The page has them in the order in which they were first shown.
    return placed
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => plain(text))
      .join("\n");
  }

  /** What is written behind the lines of the editor that is in front, and is no text of the document's. */
  async annotations(): Promise<string[]> {
    const spans = this.page.locator(".editor-group-container.active .view-line span");
    const texts = await spans.evaluateAll((all) =>
      all.map((span) => span.ownerDocument.defaultView?.getComputedStyle(span, "::after").content ?? ""),
    );
    return texts.filter((text) => /^".+"$/.test(text)).map((text) => plain(text.slice(1, -1)));
  }

  /** The rows of the tree or list that is in the side bar, by a text that is to be read there. */
  treeRow(text: string): Locator {
    return this.page.locator(".part.sidebar .monaco-list-row", { hasText: text });
  }

  /** Shows what is below such a row; a click alone hides what is shown already. */
  async expand(text: string): Promise<void> {
    const row = this.treeRow(text).first();
    await persist(async () => {
      if ((await row.getAttribute("aria-expanded", soon)) === "false") {
        await row.click(soon);
      }
      await row.and(this.page.locator("[aria-expanded=true]")).waitFor(soon);
    });
  }

  /** What the menu of such a row offers. */
  async contextMenu(text: string): Promise<string[]> {
    await this.treeRow(text).first().click({ button: "right" });
    const items = this.page.locator(".monaco-menu .action-item .action-label:not(.separator)");
    await items.first().waitFor();
    const labels = (await items.allInnerTexts()).map(plain);
    await this.page.keyboard.press("Escape");
    await items.first().waitFor({ state: "hidden" });
    return labels;
  }

  /** The rows of the side bar's tree, each as a line. */
  async tree(): Promise<string[]> {
    const rows = this.page.locator(".part.sidebar .monaco-list-row .monaco-icon-label-container");
    return (await rows.allInnerTexts()).map(plain);
  }

  /** What the list of problems says. */
  async problems(): Promise<string[]> {
    return (await this.page.locator(".markers-panel .monaco-list-row").allInnerTexts()).map(plain);
  }

  /** Opens a text of the workspace, and has it take the keys: its tab is there before. */
  async openFile(name: string): Promise<void> {
    await persist(async () => {
      await this.openPalette();
      await this.#input.fill(name, soon);
      await this.#rows.first().click(soon);
    });
    await this.page.locator(".editor-group-container.active .tab.active", { hasText: name }).waitFor();
    await this.page.locator(".editor-group-container.active .monaco-editor.focused").waitFor();
  }

  /** A picture of the window: for the documentation with UPDATE_IMAGES=1, or else for whoever wants to look. */
  async screenshot(name: string): Promise<string> {
    const folder = process.env.UPDATE_IMAGES === "1" ? imageFolder : screenshotFolder;
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}

/** How long one such attempt waits. */
const soon = { timeout: 3_000 };

/** Tries it again for as long as a test may wait: for what the editor does not do while it is busy. */
async function persist(attempt: () => Promise<void>): Promise<void> {
  const deadline = new Deadline();
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (deadline.isOver) {
        throw error;
      }
    }
  }
}

/** Text of a page as it reads: there are spaces that do not break, or have no width, and icons are private characters. */
function plain(text: string): string {
  return text
    .replaceAll("\u00a0", " ")
    .replaceAll(/[\u200b\ue000-\uf8ff]/g, "")
    .replaceAll(/\n/g, " ")
    .trimEnd();
}
