import { title, word } from "./words.ts";

/** What a comparison says of two being one person. */
export type Evidence = "for" | "against" | "missing" | "overlap" | "nothing";

/** One comparison: above nothing for one person, below against. */
export interface Weighed {
  compared: string;
  finding: string;
  bits: number;
}

const missingSays = "not known on both sides";
const isPair = (compared: string): boolean => compared.includes(" and ");

export function evidenceOf({ compared, finding, bits }: Weighed): Evidence {
  if (finding === missingSays) return "missing";
  if (isPair(compared)) return "overlap";
  return bits > 0 ? "for" : bits < 0 ? "against" : "nothing";
}

const order: readonly Evidence[] = ["for", "against", "overlap", "nothing", "missing"];
/** What speaks for it first, then against, then what is missing; the heavier before the lighter. */
export const inOrder = <Reason extends Weighed>(reasons: readonly Reason[]): Reason[] =>
  [...reasons].sort((a, b) =>
    order.indexOf(evidenceOf(a)) - order.indexOf(evidenceOf(b)) || Math.abs(b.bits) - Math.abs(a.bits));

export const comparedTitle = (compared: string): string =>
  isPair(compared) ? title(compared.split(" and ").map(word).join(" and ")) : title(compared);

const tenths = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** "+9.1", "−2.1", "0". */
export const signed = (bits: number): string => {
  const text = tenths.format(Math.abs(bits));
  return text === "0.0" ? "0" : `${bits < 0 ? "−" : "+"}${text}`;
};

const rough = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });
const large = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2, notation: "compact", compactDisplay: "long" });
const power = (bits: number): string => {
  const number = 2 ** Math.abs(bits);
  return number < 1e6 ? rough.format(number) : large.format(number);
};

/** The odds of so many bits, in words. */
export function odds(bits: number): string {
  if (Math.abs(bits) < 0.1) return "even odds";
  return `${power(bits)} to 1 that they are ${bits > 0 ? "one person" : "two people"}`;
}
/** "1 in 300,000 pairs": what was thought before anything was compared. */
export const priorSays = (bits: number): string => `one pair in ${power(bits)} is one person`;

/** ".994"; never 1 and never 0, as nothing here is certain. */
export function chance(probability: number): string {
  if (probability > 0.9995) return "over .999";
  if (probability < 0.0005) return "under .001";
  return probability.toFixed(3).slice(1);
}

/** A finding with its rarity told as one in so many. */
export const findingSays = (finding: string): string =>
  finding === missingSays ? "not in both of the rows compared" : finding.replace(/(?:rarity|worth) (\d+)(?: to (\d+) bits| bits or rarer)/, (_, low: string, high?: string) => {
    if (!high) return `as rare as 1 in ${power(Number(low))} or rarer`;
    return low === "0" ? `no rarer than 1 in ${power(Number(high))}` : `as rare as 1 in ${power(Number(low))} to ${power(Number(high))}`;
  });

