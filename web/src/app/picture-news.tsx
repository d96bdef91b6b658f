import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listen } from "../api/events.ts";
import { announce } from "../parts/announce.tsx";

/** Tells that a newer picture stands; the reader says when to show it. */
export function PictureNews() {
  const [isNewer, setNewer] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    return listen(() => {
      setNewer(true);
      announce("A newer picture stands.");
    });
  }, []);
  if (!isNewer) return null;
  const show = () => {
    setNewer(false);
    void queries.invalidateQueries();
  };
  return (
    <button type="button" className="button tight new" onClick={show}>
      Newer picture: show
    </button>
  );
}
