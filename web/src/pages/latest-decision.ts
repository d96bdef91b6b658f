interface OnTwo {
  left: string;
  right: string;
}

const isOnSame = (a: OnTwo, b: OnTwo): boolean =>
  (a.left === b.left && a.right === b.right) || (a.left === b.right && a.right === b.left);

/** Whether it counts: no later decision is on the same two. `all` has the latest first. */
export const isLatest = <Decision extends OnTwo>(decision: Decision, all: readonly Decision[]): boolean =>
  all.find((each) => isOnSame(each, decision)) === decision;
