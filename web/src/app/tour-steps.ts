/** What the first tour points at, and what it says of it. */
export interface TourStep {
  title: string;
  says: string;
  /** Nothing, for a step that is about the whole. */
  pointsAt?: string;
  /** Only for those who see the picture. */
  isOfPicture?: boolean;
}

export const tourSteps: readonly TourStep[] = [
  {
    title: "What RAPTOR shows you",
    says: "The few people who exploit many, and the people to protect from them, found in the records of many forces. Two minutes; leave at any time.",
  },
  {
    title: "Networks, the gravest first",
    says: "Each row is a network of people joined by evidence, ranked by harm in days. Open one for its chart, its people and the table that says the same.",
    pointsAt: ".with-side tbody tr",
    isOfPicture: true,
  },
  {
    title: "Why it ranks there",
    says: "“Terms” breaks the harm into its offences. On a network's page choose anybody: how many measures agree, and the evidence of control. A rank advises; a named person decides.",
    pointsAt: ".with-side tbody .link-button",
    isOfPicture: true,
  },
  {
    title: "The protection list",
    says: "Victims and children stand here, never among the ranked, even where a force recorded them as suspects. Charts show their shield, not their name.",
    pointsAt: ".tabs .care",
    isOfPicture: true,
  },
  {
    title: "Search",
    says: "A name, number, plate, place or words, spelt as you heard them. What was found says why it fits. Nothing that you type stands in an address.",
    pointsAt: ".bar .combo",
    isOfPicture: true,
  },
  {
    title: "Every figure opens its records",
    says: "A small box with a grade and a source is a record: it opens the row as the force sent it, beside what was read from it.",
    pointsAt: ".keys .said",
    isOfPicture: true,
  },
  {
    title: "Say why you look",
    says: "An operation, a crime number or a sentence. It is logged with all that you look at, for as long as you are signed in.",
    pointsAt: ".bar .purpose",
  },
  {
    title: "Keys and words",
    says: "The keys of each page stand along its foot. Press ? for all of them, for what the words mean, and for this tour again.",
    pointsAt: ".keys button:last-of-type",
  },
];
