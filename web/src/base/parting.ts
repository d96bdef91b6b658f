interface Tie {
  left: number;
  right: number;
}

/** The rows that hang on each end of a tie when it is cut, where `ties` join all rows without a circle. */
export function sides(ties: readonly Tie[], cut: Tie): { left: number[]; right: number[] } {
  const reach = (start: number): number[] => {
    const reached = new Set([start]);
    for (const row of reached) {
      for (const tie of ties) {
        if (tie === cut) continue;
        if (tie.left === row) reached.add(tie.right);
        if (tie.right === row) reached.add(tie.left);
      }
    }
    return [...reached].sort((a, b) => a - b);
  };
  return { left: reach(cut.left), right: reach(cut.right) };
}
