import { useEffect, useRef, type PointerEvent, type RefObject } from "react";

/** Dragging what lies under everything else. */
export function useDrag(by: (dx: number, dy: number) => void) {
  const last = useRef<{ x: number; y: number }>(undefined);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.target === event.currentTarget) last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      if (!last.current) return;
      by(event.clientX - last.current.x, event.clientY - last.current.y);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: () => { last.current = undefined; },
    onPointerLeave: () => { last.current = undefined; },
  };
}

// React listens to the wheel passively; a chart must keep the page from scrolling.
export function useWheel(element: RefObject<SVGSVGElement | null>, by: (factor: number, at: { x: number; y: number }) => void) {
  const latest = useRef(by);
  useEffect(() => {
    latest.current = by;
  });
  useEffect(() => {
    const target = element.current;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(event.deltaY < 0 ? 1.15 : 1 / 1.15, { x: event.offsetX, y: event.offsetY });
    };
    target?.addEventListener("wheel", turn, { passive: false });
    return () => target?.removeEventListener("wheel", turn);
  }, [element]);
}
