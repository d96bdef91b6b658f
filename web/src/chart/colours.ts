/** What a colour of the sheet is now, in the theme as it is. */
export function colourOf(name: string): string {
  const probe = document.createElement("span");
  document.body.append(probe);
  probe.style.color = `var(${name})`;
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

const parts = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** The colour faded towards the ground, as nothing shines through: 1 is the colour itself. */
export function faded(colour: string, ground: string, share: number): string {
  const under = parts(ground);
  const mixed = parts(colour).map((part, index) => Math.round(part * share + (under[index] ?? 0) * (1 - share)));
  return `rgb(${mixed.join(", ")})`;
}

export interface Palette {
  ink: string;
  ground: string;
  node: string;
  link: string;
  near: string;
  path: string;
  care: string;
  careGround: string;
}

export const palette = (): Palette => ({
  ink: colourOf("--ink"), ground: colourOf("--bg"), node: colourOf("--node"), link: colourOf("--lnk"),
  near: colourOf("--selline"), path: colourOf("--warn"), care: colourOf("--care"), careGround: colourOf("--carebg"),
});

/** Calls whenever the theme changes, by the switch or by the system. Gives back how to stop it. */
export function whenThemeChanges(call: () => void): () => void {
  const watch = new MutationObserver(call);
  watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", call);
  return () => {
    watch.disconnect();
    system.removeEventListener("change", call);
  };
}
