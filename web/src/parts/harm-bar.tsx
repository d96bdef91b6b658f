import { count } from "../base/figures.ts";

export interface HarmPart {
  name: string;
  days: number;
}

/** The terms of a network's harm by threat type, and what falls under none of them. */
export function harmParts(page: { harm_days: number; threat_types: readonly { title: string; harm_days: number }[] }): HarmPart[] {
  const parts = page.threat_types.map((type) => ({ name: type.title, days: type.harm_days }));
  const rest = page.harm_days - parts.reduce((sum, part) => sum + part.days, 0);
  return rest >= 1 ? [...parts, { name: "Other offences", days: rest }] : parts;
}

interface Bar {
  parts: readonly HarmPart[];
  most: number;
}

const width = 200;
const gap = 1;

/** Harm as a sum of its terms: five shades of one blue, always in the same order. */
export function HarmBar({ parts, most }: Bar) {
  let left = 0;
  const total = parts.reduce((sum, part) => sum + part.days, 0);
  const says = parts.map((part) => `${part.name} ${count(part.days)}`).join(", ");
  return (
    <svg className="harm-bar" viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" role="img" aria-label={`Harm ${count(total)}: ${says}`}>
      {parts.map((part, index) => {
        const wide = most > 0 ? (part.days / most) * width : 0;
        const x = left;
        left += wide;
        return <rect key={part.name} className={`harm-${Math.min(index + 1, 5)}`} x={x} y={0} width={Math.max(wide - gap, 0.5)} height={12} />;
      })}
    </svg>
  );
}
