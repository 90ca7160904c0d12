import { beforeEach, inject } from "vitest";

beforeEach(({ skip }) => {
  skip(inject("missing") !== "", inject("missing"));
});
