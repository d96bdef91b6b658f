/** Steps that can be undone and done again. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
}

const stepsMax = 100;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

export function step<T>(history: History<T>, present: T): History<T> {
  if (Object.is(present, history.present)) return history;
  return { past: [...history.past, history.present].slice(-stepsMax), present, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}
