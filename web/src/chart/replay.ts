import { useEffect, useState } from "react";
import { firstDayOf, lastDayOf, type Month } from "./months.ts";

const stepMilliseconds = 1200;
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** A chart's time month by month, stepped through or played. Who wants no motion is not offered to play. */
export function useReplay(months: readonly Month[], from: string, show: (from: string, until: string) => void) {
  const [isPlaying, setPlaying] = useState(false);
  const at = months.findIndex((month) => month.month === from.slice(0, 7));
  const go = (index: number) => {
    const month = months[index]?.month;
    if (month) show(firstDayOf(month), lastDayOf(month));
  };
  const isLast = at === months.length - 1;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const next = setTimeout(() => (isLast ? setPlaying(false) : go(at + 1)), stepMilliseconds);
    return () => clearTimeout(next);
  });
  return {
    isPlaying,
    canPlay: !isStill() && months.length > 1,
    play: () => {
      if (isLast) go(0);
      setPlaying(!isPlaying);
    },
    earlier: at > 0 ? () => go(at - 1) : undefined,
    later: isLast ? undefined : () => go(at + 1),
  };
}
