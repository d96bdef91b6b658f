import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export function Forces({ names, few = 3 }: { names: readonly string[]; few?: number }) {
  const more = names.slice(few);
  return (
    <span className="small muted" title={names.join(", ")}>
      {names.slice(0, few).join(" · ")}
      {more.length > 0 ? ` +${more.length}` : ""}
    </span>
  );
}

export function NewTag() {
  return (
    <span className="tag new">
      <Icon name="up" /> new
    </span>
  );
}

export function CareTag({ children }: { children: ReactNode }) {
  return (
    <span className="tag care">
      <Icon name="shield" /> {children}
    </span>
  );
}
