import { useMemo, useState } from "react";
import type { Member, NetworkPage } from "../api/shapes.ts";
import { count } from "../base/figures.ts";
import { capital, word } from "../base/words.ts";
import { nameOn, nodesOf } from "../chart/contents.ts";
import { Icon } from "../parts/icon.tsx";

export type ProtectionReason = NonNullable<Member["protection"]>[number];

/** How many are to be protected for each reason, the most frequent first; one person may have several. */
export function reasonCounts(members: readonly Pick<Member, "protection">[]): [ProtectionReason, number][] {
  const counts = new Map<ProtectionReason, number>();
  for (const member of members) for (const reason of member.protection ?? []) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

export const reasonsSaid = (member: Pick<Member, "protection">): string => capital((member.protection ?? []).map(word).join(", "));

const few = 4;

/** Who of a network is to be protected, and why, by the names that they bear on its chart. */
export function ToProtect({ page, choose }: { page: NetworkPage; choose: (entity: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const names = useMemo(() => new Map(nodesOf(page).map((node) => [node.entity, nameOn(node)])), [page]);
  const apart = page.members.filter((member) => member.is_protected);
  const shown = isOpen ? apart : apart.slice(0, few);
  return (
    <section className="section" aria-label="To protect">
      <h2 className="care row"><Icon name="shield" /> To protect {count(apart.length)}</h2>
      {apart.length === 0 ? <p className="small muted">Nobody of this network stands in the protection list, in what you may see.</p> : null}
      <ul className="row wrap small reasons">
        {reasonCounts(apart).map(([reason, number]) => <li key={reason}>{capital(word(reason))} <b>{count(number)}</b></li>)}
      </ul>
      <ul className="lines small">
        {shown.map((member) => (
          <li key={member.entity} className="row">
            <button type="button" className="link-button name-button care nowrap" onClick={() => choose(member.entity)}>{names.get(member.entity)}</button>
            <span className="grow">{reasonsSaid(member)}</span>
          </li>
        ))}
      </ul>
      {apart.length > few ? (
        <button type="button" className="link-button small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Show fewer" : `Show all ${count(apart.length)}`}
        </button>
      ) : null}
      <p className="tiny muted">Marked on the chart by the shield, without their name. Never ranked, never a target.</p>
    </section>
  );
}
