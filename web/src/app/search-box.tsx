import { useNavigate } from "@tanstack/react-router";
import "../parts/search-state.ts";
import { SuggestBox } from "../parts/suggest-box.tsx";
import { searchBoxId } from "./shell-keys.ts";

/** The one box: names, numbers, plates, places or words. */
export function SearchBox() {
  const navigate = useNavigate();
  return (
    <SuggestBox
      id={searchBoxId}
      label="Search: name, number, plate, place or words"
      placeholder="Name, number, plate, place or words"
      hint="/"
      take={(hit) => void navigate({ to: "/entities/$entity", params: { entity: hit.entity } })}
      ask={(query) => void navigate({ to: "/search", state: { terms: { query } } })}
    />
  );
}
