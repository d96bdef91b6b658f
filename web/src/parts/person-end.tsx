import { useQuery } from "@tanstack/react-query";
import { profileQuery } from "../api/entity.ts";
import { PersonPicker } from "./person-picker.tsx";
import { useShown } from "./shown-marking.ts";
import { WhoLink } from "./who-link.tsx";

interface End {
  label: string;
  entity: string | undefined;
  choose: (entity: string | undefined) => void;
}

/** One of two people that a question is about: picked, and changed. */
export function PersonEnd({ label, entity, choose }: End) {
  const who = useQuery({ ...profileQuery(entity ?? ""), enabled: entity !== undefined }).data;
  useShown(who?.marking);
  if (entity && who) {
    return (
      <span className="row small">
        <span className="muted">{label}</span> <WhoLink who={who} />
        <button type="button" className="button tight" onClick={() => choose(undefined)}>Change<span className="unseen"> {label}</span></button>
      </span>
    );
  }
  return <PersonPicker label={label} choose={(hit) => choose(hit.entity)} />;
}
