import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Found, Hit } from "../api/shapes.ts";
import { announce } from "../parts/announce.tsx";

/** Two people of what was found, ticked to be compared; a third takes the place of the first. */
export function usePicked(found: Found) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const navigate = useNavigate();
  useEffect(() => setPicked([]), [found]);
  const toggle = (hit: Hit | undefined) => {
    if (hit?.noun !== "person") return;
    const isOff = picked.includes(hit.entity);
    setPicked(isOff ? picked.filter((entity) => entity !== hit.entity) : [...picked, hit.entity].slice(-2));
    announce(`${hit.caption} ${isOff ? "is no longer" : "is"} ticked.`);
  };
  const compare = () => {
    const [left, right] = picked;
    if (left && right) void navigate({ to: "/compare", search: { left, right } });
  };
  return { picked, toggle, compare };
}
