import { useEffect, useState } from "react";

const mark = "data-pointed";

/** Marks the first element that fits, also one that comes later; whether there is one. */
export function usePointer(selector: string | undefined): boolean {
  const [isPointing, setPointing] = useState(false);
  useEffect(() => {
    let pointed: Element | null = null;
    const point = () => {
      const found = selector ? document.querySelector(selector) : null;
      if (found === pointed) return;
      pointed?.removeAttribute(mark);
      pointed = found;
      found?.setAttribute(mark, "");
      found?.scrollIntoView({ block: "nearest" });
      setPointing(found !== null);
    };
    point();
    const watch = new MutationObserver(point);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      pointed?.removeAttribute(mark);
    };
  }, [selector]);
  return isPointing;
}
