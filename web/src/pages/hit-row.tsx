import { Link } from "@tanstack/react-router";
import type { Hit, Passage } from "../api/shapes.ts";
import { counted } from "../base/figures.ts";
import { title } from "../base/words.ts";
import { Icon, iconOf } from "../parts/icon.tsx";
import { CareTag } from "../parts/tags.tsx";

interface HitProps {
  hit: Hit;
  number: number;
  isChosen: boolean;
  choose: () => void;
  /** Ticked to be compared with another; undefined where that makes no sense. */
  isPicked?: boolean | undefined;
  pick: () => void;
}

export function HitRow({ hit, number, isChosen, choose, isPicked, pick }: HitProps) {
  return (
    <li data-row={number} className={`hit${isChosen ? " chosen" : ""}`} onClick={choose}>
      <span className={`badge${hit.is_protected ? " care" : ""}`}><Icon name={iconOf(hit.noun, hit.is_protected)} /></span>
      <div>
        <h3 className="row wrap">
          <Link to="/entities/$entity" params={{ entity: hit.entity }}>{hit.caption}</Link>
          {hit.is_protected ? <CareTag>To protect</CareTag> : null}
          {isPicked === undefined ? null : (
            <label className="check picked"><input type="checkbox" checked={isPicked} onChange={pick} /> Compare<span className="unseen"> {hit.caption}</span></label>
          )}
        </h3>
        <p className="small muted">{title(hit.noun)} · {counted(hit.record_count, "record")}</p>
        <p className="why">
          {hit.why.map((reason) => (
            <span key={reason.says}><Icon name="tick" className="ok" /> {reason.says}</span>
          ))}
          {hit.unmet.map((part) => (
            <span key={part} className="muted"><Icon name="query" /> not met: {part}</span>
          ))}
        </p>
      </div>
    </li>
  );
}

export function PassageRow({ passage }: { passage: Passage }) {
  return (
    <li className="hit">
      <span className="badge"><Icon name="document" /></span>
      <div>
        <h3><Link to="/records/$record" params={{ record: passage.record }}>{passage.source}</Link></h3>
        <p>
          “…{passage.snippet.map((piece, index) => (piece.is_met ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>))}…”
        </p>
        {passage.unmet.length > 0 ? <p className="small muted">not met: {passage.unmet.join(", ")}</p> : null}
      </div>
    </li>
  );
}
