import { useNavigate } from "@tanstack/react-router";
import { dayOf, monthOf } from "../base/dates.ts";
import type { Lane, LaneMark } from "./lanes.ts";

const width = 900;
const left = 110;
const high = 24;
const head = 20;
const iso = (day: number): string => new Date(day * 86_400_000).toISOString();

function ticks(from: number, until: number): number[] {
  const step = Math.max((until - from) / 8, 1);
  return Array.from({ length: 9 }, (_, index) => from + index * step);
}

/** What happened, lane by lane. Its table says the same. */
export function TimelineChart({ lanes }: { lanes: readonly Lane[] }) {
  const navigate = useNavigate();
  const marks = lanes.flatMap((lane) => lane.marks);
  const from = Math.min(...marks.map((mark) => mark.from)) - 10;
  const until = Math.max(...marks.map((mark) => mark.until)) + 10;
  const at = (day: number) => left + ((day - from) / (until - from)) * (width - left - 20);
  const open = (mark: LaneMark) => void navigate({ to: "/entities/$entity", params: { entity: mark.entity } });
  const height = head + lanes.length * high;
  return (
    <svg className="timeline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Timeline of ${marks.length} items: ${lanes.map((lane) => `${lane.name} ${lane.marks.length}`).join(", ")}. The table says the same.`}>
      {ticks(from, until).map((day) => (
        <g key={day}>
          <line className="grid" x1={at(day)} x2={at(day)} y1={head - 4} y2={height} />
          <text className="axis" x={at(day)} y={12} textAnchor="middle">{monthOf(iso(day))}</text>
        </g>
      ))}
      {lanes.map((lane, row) => {
        const middle = head + row * high + high / 2;
        return (
          <g key={lane.name}>
            <text x={0} y={middle + 4}>{lane.name}</text>
            {lane.marks.map((mark, index) => (
              <g key={index} className="lane-mark" onClick={() => open(mark)}>
                <title>{`${mark.says}, ${dayOf(iso(mark.from))}`}</title>
                <Mark sort={lane.sort} from={at(mark.from)} until={at(mark.until)} y={middle} />
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function Mark({ sort, from, until, y }: { sort: Lane["sort"]; from: number; until: number; y: number }) {
  if (sort === "thing") return <rect className="mark-thing" x={from} y={y - 4} width={Math.max(until - from, 3)} height={8} rx={2} />;
  if (sort === "care") return <rect className="mark-care" x={from - 4} y={y - 6} width={Math.max(until - from, 9)} height={12} rx={3} />;
  return <path className="mark-event" d={`M${from} ${y - 6}l6 6-6 6-6-6z`} />;
}
