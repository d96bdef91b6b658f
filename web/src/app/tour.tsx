import { useEffect, useId, useRef, useState } from "react";
import { usePointer } from "./pointer.ts";
import { tourSteps } from "./tour-steps.ts";

interface TourProps {
  maySeePicture: boolean;
  close: () => void;
}

/** The first tour: points at one thing after another, and can be left at each. */
export function Tour({ maySeePicture, close }: TourProps) {
  const steps = tourSteps.filter((each) => maySeePicture || !each.isOfPicture);
  const [at, setAt] = useState(0);
  const step = steps[at];
  const isPointing = usePointer(step?.pointsAt);
  const card = useRef<HTMLDialogElement>(null);
  const forward = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    card.current?.showModal();
    forward.current?.focus();
  }, []);
  const leave = () => card.current?.close();
  const isLast = at === steps.length - 1;
  return (
    <dialog ref={card} className={isPointing ? "dialog tour pointing" : "dialog tour"} aria-labelledby={id} onClose={close}>
      <h2 className="label" id={id}>
        First tour, {at + 1} of {steps.length}
      </h2>
      <div aria-live="polite" aria-atomic="true">
        <h3 className="tour-title">{step?.title}</h3>
        <p>{step?.says}</p>
      </div>
      <div className="row">
        <button type="button" className="button main" ref={forward} onClick={isLast ? leave : () => setAt(at + 1)}>
          {isLast ? "Done" : "Next"}
        </button>
        {at > 0 ? (
          <button type="button" className="button" onClick={() => setAt(at - 1)}>
            Back
          </button>
        ) : null}
        <span className="grow" />
        {isLast ? null : (
          <button type="button" className="link-button" onClick={leave}>
            Skip the tour
          </button>
        )}
      </div>
    </dialog>
  );
}
