import { useQuery } from "@tanstack/react-query";
import { pictureQuery } from "../api/picture.ts";
import { dayOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { pageKeys } from "../parts/keys.ts";
import { useStore } from "../parts/use-store.ts";
import { keyName } from "./help-card.tsx";

/** The keys of the page, each a button too. */
export function KeyStrip({ openHelp, maySee }: { openHelp: () => void; maySee: boolean }) {
  const keys = useStore(pageKeys);
  const picture = useQuery({ ...pictureQuery, enabled: maySee }).data;
  return (
    <footer className="keys">
      {keys.map((each) => (
        <button key={each.key} type="button" onClick={each.act}>
          <kbd>{keyName(each.key)}</kbd> {each.says}
        </button>
      ))}
      <button type="button" onClick={openHelp}>
        <kbd>?</kbd> keys and words
      </button>
      {picture ? (
        <span className="said">
          Picture of {dayOf(picture.as_at)} · {count(picture.records)} records · every figure opens its records
        </span>
      ) : null}
    </footer>
  );
}
