import { Link } from "@tanstack/react-router";
import type { Profile } from "../api/shapes.ts";
import { WhoLink } from "../parts/who-link.tsx";

/** Who may be the same person, each to be compared and decided. */
export function DoubtList({ profile }: { profile: Profile }) {
  const doubts = [...(profile.perhaps_same_as ?? []), ...(profile.perhaps_protected ?? [])];
  if (doubts.length === 0) return null;
  return (
    <section className="section">
      <h2>Perhaps the same person as</h2>
      <p className="tiny muted">Nothing is merged: a decision is recorded, and the next picture follows it.</p>
      <ul className="lines small">
        {doubts.map((who) => (
          <li key={who.entity} className="row">
            <span className="grow"><WhoLink who={who} /></span>
            <Link to="/compare" search={{ left: profile.entity, right: who.entity }} className="button tight">Compare<span className="unseen"> with {who.caption}</span></Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
