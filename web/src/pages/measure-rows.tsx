import type { Measures } from "../api/shapes.ts";
import { figure } from "../base/figures.ts";
import { title } from "../base/words.ts";
import { Icon } from "../parts/icon.tsx";

const topTenth = 90;
const order = ["contacts", "separate contacts", "betweenness", "harmonic closeness", "constraint"];

/** The measures, each with its value and its percentile within the network. */
export function MeasureRows({ measures }: { measures: Measures }) {
  const names = [...order.filter((name) => measures[name]), ...Object.keys(measures).filter((name) => !order.includes(name))];
  return (
    <div className="measures">
      {names.map((name) => {
        const { value, percentile } = measures[name] ?? { value: null, percentile: 0 };
        return (
          <div key={name} className="measure">
            <span>{title(name)}</span>
            <span className="muted">{value === null ? "none" : figure(value)}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="track" width="100" height="10" />
              <rect className={percentile >= topTenth ? "harm-1" : "harm-3"} width={percentile} height="10" />
              <line className="tick" x1={topTenth} x2={topTenth} y1="0" y2="10" />
            </svg>
            <b className="right">{Math.round(percentile)}</b>
            {percentile >= topTenth ? <Icon name="tick" /> : <span />}
          </div>
        );
      })}
      <p className="tiny muted">Percentile within the network; the line marks the top tenth.</p>
    </div>
  );
}
