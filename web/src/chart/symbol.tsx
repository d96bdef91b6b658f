import { count } from "../base/figures.ts";

const radius = 11;

const outlines: Readonly<Record<string, string>> = {
  protected: "M0-13l10 3.500v7.500c0 7-5 11-10 13-5-2-10-6-10-13v-7.500z",
  phone: "M-8-10h16a2.500 2.500 0 0 1 2.500 2.500v15a2.500 2.500 0 0 1-2.500 2.500h-16a2.500 2.500 0 0 1-2.500-2.500v-15a2.500 2.500 0 0 1 2.500-2.500z",
  address: "M-10-1L0-11 10-1V10H-10z",
  place: "M-10-1L0-11 10-1V10H-10z",
  vehicle: "M-6-8H6a8 8 0 0 1 0 16H-6a8 8 0 0 1 0-16z",
  account: "M0-13L13 0 0 13-13 0z",
};
const otherThing = "M-7-10H4L10-4V10H-10V-10z";

const glyphs: Readonly<Record<string, string>> = {
  person: "M0-1a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM-5.500 6.500c0-3.500 2.500-5 5.500-5s5.500 1.500 5.500 5",
  phone: "M-3-6H3V6H-3zM-.500 4H.500",
  vehicle: "M-6 3V0l1.500-3h9L6 0v3zM-4 3v1.500M4 3v1.500",
  account: "M-5-1.500L0-5l5 3.500zM-3.500 0v4M0 0v4M3.500 0v4M-5 5h10",
  address: "M-2 9V3h4v6",
};

/** The symbol of a kind, around 0 0: person circle, to protect shield, phone, house, vehicle, account. */
export function Symbol({ kind, isInDoubt = false, number }: { kind: string; isInDoubt?: boolean; number?: number | undefined }) {
  if (kind === "group") return <Many number={number ?? 0} />;
  const care = kind === "protected" ? " care" : "";
  const outline = outlines[kind] ?? otherThing;
  return (
    <>
      {kind === "person" ? <circle className="shape" r={radius} /> : <path className={`shape${care}`} d={outline} />}
      {isInDoubt ? (
        <text className="doubt" y={5}>?</text>
      ) : (
        <path className="glyph" d={glyphs[kind === "protected" ? "person" : kind] ?? ""} />
      )}
    </>
  );
}

/** Several held as one: a stacked circle with their number. */
export function Many({ number }: { number: number }) {
  return (
    <>
      <circle className="shape" cx={4} cy={-4} r={12} />
      <circle className="shape" r={12} />
      <text className="doubt many" y={4}>{count(number)}</text>
    </>
  );
}

export function LegendSymbol({ kind }: { kind: string }) {
  return (
    <svg className={`symbol ${kind === "protected" ? "care" : ""}`} viewBox="-15 -15 30 30" aria-hidden="true">
      <Symbol kind={kind} />
    </svg>
  );
}

export function LegendLine({ strength }: { strength: string }) {
  return (
    <svg className="legend-line" viewBox="0 0 28 10" aria-hidden="true">
      <line className={strength} x1="0" x2="28" y1="5" y2="5" />
    </svg>
  );
}
