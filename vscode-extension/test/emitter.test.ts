import { expect, it, vi } from "vitest";
import { Emitter } from "../src/emitter.ts";

it("tells whoever listens, in order, until they do not any more", () => {
  const emitter = new Emitter<number>();
  const heard: string[] = [];
  const first = emitter.event((event) => heard.push(`first ${event}`));
  emitter.event((event) => heard.push(`second ${event}`));
  emitter.fire(1);
  first.dispose();
  emitter.fire(2);
  emitter.dispose();
  emitter.fire(3);
  expect(heard).toEqual(["first 1", "second 1", "second 2"]);
});

it("has one that listens twice told twice, and forgets it once at a time", () => {
  const emitter = new Emitter<number>();
  const heard: number[] = [];
  const listen = (event: number) => heard.push(event);
  const [once] = [emitter.event(listen), emitter.event(listen)];
  emitter.fire(1);
  once.dispose();
  once.dispose();
  emitter.fire(2);
  expect(heard).toEqual([1, 1, 2]);
});

it("tells those who listened when it happened, whatever they do about it", () => {
  const emitter = new Emitter<number>();
  const heard: string[] = [];
  emitter.event((event) => {
    heard.push(`first ${event}`);
    second.dispose();
    emitter.event((late) => heard.push(`late ${late}`));
  });
  const second = emitter.event((event) => heard.push(`second ${event}`));
  emitter.fire(1);
  emitter.fire(2);
  expect(heard).toEqual(["first 1", "second 1", "first 2", "late 2"]);
});

it("goes on where one of them fails, and says so", () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const emitter = new Emitter<number>();
  const heard: number[] = [];
  emitter.event(() => {
    throw new Error("no");
  });
  emitter.event((event) => heard.push(event));
  emitter.fire(1);
  expect(heard).toEqual([1]);
  expect(complaints).toHaveBeenCalledWith(new Error("no"));
  complaints.mockRestore();
});
