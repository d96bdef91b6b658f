import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { suggestQuery } from "../api/search.ts";
import type { Hit } from "../api/shapes.ts";
import { Icon, iconOf } from "./icon.tsx";

interface Box {
  label: string;
  id?: string;
  placeholder: string;
  /** A suggestion was taken. */
  take: (hit: Hit) => void;
  /** Enter, with none of them chosen. */
  ask?: (typed: string) => void;
  isPeopleOnly?: boolean;
  hint?: string;
}

const waitMs = 120;
const shownMax = 8;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), waitMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** A box that suggests while one types. */
export function SuggestBox({ label, id, placeholder, take, ask, isPeopleOnly, hint }: Box) {
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const own = useId();
  const settled = useSettled(typed);
  const suggested = useQuery(suggestQuery(settled)).data?.entities ?? [];
  const fitting = isPeopleOnly ? suggested.filter((hit) => hit.noun === "person") : suggested;
  const options = isOpen && settled.trim().length >= 2 ? fitting.slice(0, shownMax) : [];

  const leave = () => {
    setOpen(false);
    setChosen(-1);
    setTyped("");
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const enter = () => {
    const hit = options[chosen] ?? (ask ? undefined : options[0]);
    const words = typed.trim();
    if (!hit && (words === "" || !ask)) return;
    leave();
    if (hit) take(hit);
    else ask?.(words);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setChosen(Math.min(chosen + 1, options.length - 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(chosen - 1, -1));
    else if (event.key === "Escape") leave();
    else if (event.key === "Enter") enter();
    else return;
    event.preventDefault();
  };
  return (
    <div className="combo">
      <Icon name="search" />
      <input
        id={id}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? own : undefined}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${own}-${chosen}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setChosen(-1);
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      {hint ? <kbd aria-hidden="true">{hint}</kbd> : null}
      {options.length > 0 ? (
        <ul className="options" id={own} role="listbox" aria-label="Suggestions">
          {options.map((hit, index) => (
            <li
              key={hit.entity}
              id={`${own}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                leave();
                take(hit);
              }}
            >
              <span className="row">
                <Icon name={iconOf(hit.noun, hit.is_protected)} className={hit.is_protected ? "care" : ""} /> {hit.caption}
                <span className="grow" />
                <span className="tiny muted">{hit.record_count} rec.</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
