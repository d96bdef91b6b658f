import { count } from "../base/figures.ts";

interface PagerProps {
  position: number;
  shown: number;
  total: number;
  what: string;
  toFirst?: (() => void) | undefined;
  toNext?: (() => void) | undefined;
}

export function Pager({ position, shown, total, what, toFirst, toNext }: PagerProps) {
  return (
    <nav className="pager" aria-label={`Pages of ${what}`}>
      <span className="muted">
        {count(position + 1)}–{count(position + shown)} of {count(total)} {what}
      </span>
      <span className="grow" />
      {toFirst ? (
        <button type="button" className="button tight" onClick={toFirst}>
          First page
        </button>
      ) : null}
      {toNext ? (
        <button type="button" className="button tight" onClick={toNext}>
          Next page
        </button>
      ) : null}
    </nav>
  );
}
