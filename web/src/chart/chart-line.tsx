import { memo } from "react";

interface Line {
  from: { x: number; y: number };
  to: { x: number; y: number };
  strength: string;
  isNear: boolean;
  isDim: boolean;
  isPath: boolean;
}

export const ChartLine = memo(function ChartLine({ from, to, strength, isNear, isDim, isPath }: Line) {
  const state = isPath ? " path" : isNear ? " near" : isDim ? " dim" : "";
  return <line className={`link ${strength}${state}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
});
