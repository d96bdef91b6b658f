import { Link } from "@tanstack/react-router";
import type { Who } from "../api/shapes.ts";
import { Icon } from "./icon.tsx";

/** Somebody's name, as a link to their page; who is to be protected bears the shield. */
export function WhoLink({ who }: { who: Who }) {
  return (
    <Link to="/entities/$entity" params={{ entity: who.entity }} className={who.is_protected ? "care" : ""}>
      {who.is_protected ? <Shield /> : null}
      {who.caption}
    </Link>
  );
}

export function Shield() {
  return (
    <>
      <Icon name="shield" className="inline care" />
      <span className="unseen">To protect: </span>
    </>
  );
}
