import { Dialog } from "../parts/dialog.tsx";
import { Glossary } from "./glossary.tsx";
import { pageKeys } from "../parts/keys.ts";
import { useStore } from "../parts/use-store.ts";
import { shellKeys } from "./shell-keys.ts";

const nameOf: Readonly<Record<string, string>> = {
  ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", " ": "Space",
};
export const keyName = (key: string): string => nameOf[key] ?? (key.length === 1 ? key.toUpperCase() : key);

export function HelpCard({ close, startTour }: { close: () => void; startTour: () => void }) {
  const keys = useStore(pageKeys);
  return (
    <Dialog title="Keys and words" close={close}>
      {keys.length > 0 ? <h3 className="label">On this page</h3> : null}
      <dl className="key-list">
        {keys.map((each) => (
          <Line key={each.key} keys={[keyName(each.key)]} says={each.says} />
        ))}
      </dl>
      <h3 className="label">Everywhere</h3>
      <dl className="key-list">
        {shellKeys.map((each) => (
          <Line key={each.says} keys={each.keys} says={each.says} />
        ))}
      </dl>
      <Glossary />
      <button type="button" className="button" onClick={() => { close(); startTour(); }}>
        Take the first tour again
      </button>
    </Dialog>
  );
}

function Line({ keys, says }: { keys: readonly string[]; says: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{says}</dd>
    </>
  );
}
