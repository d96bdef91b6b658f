/** Why the server, or the way to it, gave no answer. */
export class Problem extends Error {
  readonly status: number;
  readonly field: string | undefined;
  constructor(status: number, detail: string, field?: string) {
    super(detail);
    this.status = status;
    this.field = field;
  }
  /** Not there, or not for this reader: both are said in the same words. */
  get isAbsent(): boolean {
    return this.status === 404;
  }
}

export const problemOf = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, "The page met something it was not made for. Reload it.");
