import type { Hit } from "../api/shapes.ts";
import { SuggestBox } from "./suggest-box.tsx";

export function PersonPicker({ label, choose }: { label: string; choose: (hit: Hit) => void }) {
  return (
    <span className="row small picker">
      <span className="muted">{label}</span>
      <SuggestBox label={`${label}: a person's name`} placeholder="A person's name" take={choose} isPeopleOnly />
    </span>
  );
}
