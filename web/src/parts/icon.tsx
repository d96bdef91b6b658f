const drawings = {
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM11 11l4 4",
  shield: "M8 1.5l5.5 2v4.5c0 3.5-2.5 5.5-5.5 6.5-3-1-5.5-3-5.5-6.5V3.5z",
  person: "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14.5c0-3 2.4-5 5.5-5s5.5 2 5.5 5",
  phone: "M5 1.5h6v13H5zM7.5 12.5h1",
  home: "M1.5 8L8 2l6.5 6M3.5 7v7h9V7",
  vehicle: "M2 11V8l2-4h8l2 4v3zM4 11v2M12 11v2M2 8h12",
  account: "M2 6l6-4 6 4zM3.5 6.5v6M8 6.5v6M12.5 6.5v6M2 13.5h12",
  document: "M4 1.5h6l3 3v10H4zM6 7h5M6 10h5",
  event: "M2 3.5h12v11H2zM2 7h12M5 1.5v3M11 1.5v3",
  tick: "M2.5 8.5l3.5 3.5 7.5-8",
  cross: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  query: "M5.5 5.5a2.5 2.5 0 1 1 3.6 2.2C8.3 8.200 8 8.700 8 10M8 13v.2",
  warning: "M8 2l6.500 12h-13zM8 6.500v4M8 12.300v.2",
  up: "M8 14V2.500M3.500 7L8 2.500 12.500 7",
  link: "M4 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.500 8.700l5-3.200",
} as const;

export type IconName = keyof typeof drawings;

const ofNoun: Readonly<Record<string, IconName>> = {
  person: "person", phone: "phone", address: "home", place: "home", vehicle: "vehicle", account: "account",
  organisation: "account", document: "document", report: "document", email: "document", handle: "person",
};

export const iconOf = (noun: string, isProtected = false): IconName =>
  isProtected ? "shield" : (ofNoun[noun] ?? "event");

export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
