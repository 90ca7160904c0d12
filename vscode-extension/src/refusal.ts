/** What an error of ours says beyond its message. */
export interface Refusal {
  code: string;
  [detail: string]: unknown;
}

/** Why the server did not do what was asked, where an error is one of its refusals. */
export function refusalOf(error: unknown): Refusal | undefined {
  const data = error instanceof Error && "data" in error ? (error.data as Refusal | null | undefined) : undefined;
  return typeof data?.code === "string" ? data : undefined;
}
