import { useEffect, useRef, useState } from "react";
import type { Size } from "./view.ts";

/** The size of an element, as it changes. */
export function useSize<E extends Element>() {
  const element = useRef<E>(null);
  const [size, setSize] = useState<Size>({ width: 800, height: 420 });
  useEffect(() => {
    if (!element.current) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === 0) return;
      setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return { element, size };
}
