import { expect, it } from "vitest";
import { withoutEscapes } from "../../src/terminal/plainText.ts";
import { examples } from "../fixtures.ts";

it.each(examples<{ what: string; text: string; plain: string }[]>("sessions/plain-text.json"))(
  "leaves $what out",
  ({ text, plain }) => {
    expect(withoutEscapes(text)).toBe(plain);
  },
);
