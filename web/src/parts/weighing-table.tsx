import { chance, comparedTitle, evidenceOf, findingSays, inOrder, odds, priorSays, signed, type Evidence } from "../base/weighing.ts";
import type { IdentityLink } from "../api/shapes.ts";
import { Icon, type IconName } from "./icon.tsx";

const looks: Readonly<Record<Evidence, { icon: IconName; says: string; tone: string }>> = {
  for: { icon: "tick", says: "For", tone: "evidence-for" },
  against: { icon: "cross", says: "Against", tone: "bad" },
  missing: { icon: "query", says: "Missing", tone: "muted" },
  overlap: { icon: "link", says: "Overlap", tone: "muted" },
  nothing: { icon: "link", says: "Neither", tone: "muted" },
};

export function EvidenceTag({ evidence }: { evidence: Evidence }) {
  const { icon, says, tone } = looks[evidence];
  return <span className={`evidence ${tone}`}><Icon name={icon} /> {says}</span>;
}

interface Step {
  from: number;
  to: number;
}

/** From the prior to the score: what each comparison adds or takes, in bits. */
export function WeighingTable({ link, caption }: { link: IdentityLink; caption: string }) {
  const heard = inOrder(link.reasons).filter((reason) => reason.bits !== 0);
  const missing = link.reasons.filter((reason) => evidenceOf(reason) === "missing").map((reason) => comparedTitle(reason.compared).toLowerCase());
  const steps: Step[] = [{ from: 0, to: link.prior }];
  for (const reason of heard) steps.push({ from: steps.at(-1)!.to, to: steps.at(-1)!.to + reason.bits });
  const ends = [...steps.flatMap((step) => [step.from, step.to]), link.bits];
  const scale: Step = { from: Math.min(...ends), to: Math.max(...ends) };
  return (
    <>
      <table className="table small weighing">
        <caption className="unseen">{caption}</caption>
        <thead><tr><th scope="col">Compared</th><th scope="col">Evidence</th><th scope="col"><span className="unseen">Bar</span></th><th scope="col" className="right">Bits</th></tr></thead>
        <tbody>
          <tr>
            <td>Before comparing<div className="tiny muted">{priorSays(link.prior)}</div></td>
            <td /><td><Bar step={steps[0]!} scale={scale} look="bar-prior" /></td><td className="right">{signed(link.prior)}</td>
          </tr>
          {heard.map((reason, index) => (
            <tr key={reason.compared}>
              <td>{comparedTitle(reason.compared)}<div className="tiny muted">{findingSays(reason.finding)}</div></td>
              <td><EvidenceTag evidence={evidenceOf(reason)} /></td>
              <td><Bar step={steps[index + 1]!} scale={scale} look={reason.bits > 0 ? "bar-for" : "bar-against"} /></td>
              <td className="right">{signed(reason.bits)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">Total</th><td />
            <td><Bar step={{ from: 0, to: link.bits }} scale={scale} look="bar-total" /></td><td className="right"><b>{signed(link.bits)}</b></td>
          </tr>
        </tbody>
      </table>
      {missing.length > 0 ? <p className="tiny row missing"><EvidenceTag evidence="missing" /> <span>{missing.join(", ")}: weighs nothing.</span></p> : null}
      <p><b className="chance">{chance(link.probability)}</b>, or {odds(link.bits)}.</p>
    </>
  );
}

const barWidth = 84;

function Bar({ step, scale, look }: { step: Step; scale: Step; look: string }) {
  const at = (bits: number) => ((bits - scale.from) / Math.max(scale.to - scale.from, 1)) * barWidth;
  const [left, right] = [at(Math.min(step.from, step.to)), at(Math.max(step.from, step.to))];
  return (
    <svg className="bar-cell" viewBox={`-1 0 ${barWidth + 2} 14`} aria-hidden="true">
      <line className="bar-zero" x1={at(0)} x2={at(0)} y1="0" y2="14" />
      <rect className={look} x={left} y="3" width={Math.max(right - left, 1)} height="8" />
    </svg>
  );
}
