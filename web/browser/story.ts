export interface Told {
  role: string;
  name: string;
  born: string;
}

/** What a region's story says of one network. */
export class Story {
  readonly text: string;

  constructor(story: string, network: string) {
    this.text = story.split("\n### ").find((section) => section.startsWith(`${network}:`)) ?? "";
  }

  get forces(): string[] {
    return all(this.text.split("Front:")[0] ?? "", /\((\w+)\)/g).map(([force = ""]) => force);
  }

  get front(): string {
    return /Front: ([^.]+)\./.exec(this.text)?.[1] ?? "";
  }

  those(role: string): Told[] {
    const members = all(this.text, /^- (\w+): (.+), born ([\d-]+)/gm);
    return members.map(([as = "", name = "", born = ""]) => ({ role: as, name, born })).filter((told) => told.role === role);
  }
}

const all = (text: string, pattern: RegExp): string[][] => [...text.matchAll(pattern)].map((match) => match.slice(1));

const words = (text: string): string[] => text.toUpperCase().split(/[\s,]+/);

/** Whether a name on a screen holds all of theirs, in whatever order and case. */
export const isNamed = (shown: string, name: string): boolean => words(name).every((word) => words(shown).includes(word));

/** Whether what is shown is of their family name and day of birth: forces spell given names in many ways. */
export const isThem = (shown: string, { name, born }: Told): boolean =>
  shown.endsWith(` b. ${born}`) && isNamed(shown, name.split(" ").at(-1) ?? name);
