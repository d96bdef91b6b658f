/** What the server's names are called on screen. A name without a word here is shown as it is. */
const words: Readonly<Record<string, string>> = {
  date_of_birth: "born", alias: "known as", national_insurance: "National Insurance number",
  missing_episode: "missing episode", handle: "online handle",
  suspect_in: "suspect in", arrested_for: "arrested for", charged_with: "charged with", convicted_of: "convicted of",
  victim_of: "victim of", witness_of: "witness of", missing_in: "missing in", referred_in: "referred in",
  mentioned_in: "mentioned in", present_at: "present at", instructs: "instructs", recruits: "recruits",
  exploits: "exploits", associate_of: "associate of", met: "met", relative_of: "relative of", called: "called",
  messaged: "messaged", paid: "paid", uses: "uses", keeper_of: "keeper of", travelled_in: "travelled in",
  holds: "holds", lives_at: "lives at", controls: "controls", frequents: "frequents", works_for: "works for",
  client_of: "client of", used_in: "used in", happened_at: "happened at", seen_at: "seen at",
  co_offending: "offended together", communication: "in contact", money: "money", exploitation: "exploitation",
  travel: "travelled together", association: "associates", kin: "family", residence: "lived together", service: "service",
  under_18: "under 18", victim: "recorded as victim", referred: "referred to the NRM", missing_child: "missing as a child",
  child_at_the_time: "a child at the time", earnings_taken: "earnings taken by others",
  ranked: "ranked", kept_apart: "to protect", in_doubt: "perhaps to protect", unassessed: "not assessed",
  paid_by_paid: "paid by those who are paid", collects: "paid by several", meeting: "met together",
  online: "online name", surroundings: "who and what is around them",
  given_name: "given name", family_name: "family name",
  same: "the same person", different: "not the same person",
  betweenness: "bridging", "harmonic closeness": "closeness", constraint: "open position",
};

export const word = (name: string): string => words[name] ?? name.replaceAll("_", " ");
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** As the start of a line or of a cell. */
export const title = (name: string): string => capital(word(name));
const plurals: Readonly<Record<string, string>> = { person: "people", address: "addresses", custody: "custody records", missing_episode: "missing episodes", meeting: "meetings" };
export const plural = (noun: string): string => plurals[noun] ?? `${word(noun)}s`;
