import { useEffect, useRef, type ReactNode } from "react";

interface Head {
  title: string;
  crumb?: ReactNode;
  beside?: ReactNode;
  tools?: ReactNode;
}

/** The head of a page. A new page takes the focus, so that readers hear where they are. */
export function PageHead({ title, crumb, beside, tools }: Head) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · RAPTOR`;
    const isFree = document.activeElement === document.body || document.activeElement === null;
    if (isFree) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <header className="page-head">
      <div>
        {crumb ? <p className="crumb">{crumb}</p> : null}
        <div className="row wrap">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </div>
      </div>
      <div className="page-tools">{tools}</div>
    </header>
  );
}
