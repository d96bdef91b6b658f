import { useEffect, useId, useRef, type ReactNode } from "react";

interface DialogProps {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A dialog over the page, while it is rendered; the focus returns to where it was. */
export function Dialog({ title, close, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={element} className="dialog" aria-labelledby={id} onClose={close}>
      <div className="row between">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button tight" onClick={() => element.current?.close()}>
          Close
        </button>
      </div>
      {children}
    </dialog>
  );
}
