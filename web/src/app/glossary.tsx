const terms: readonly (readonly [string, string])[] = [
  ["Nominal", "Somebody about whom a force holds records."],
  ["Network", "Three to 150 people joined by evidence of criminal association: offending together, contact, money, exploitation. Not by an address or a shared service."],
  ["Harm in days", "For each offence its weight in days, times the part that was taken, times how recent it is; the sum of these."],
  ["Prominence", "How many ties somebody has, how separate, whom they stand between, how near they are to all. Of what was recorded: not proof of command."],
  ["Evidence of control", "Who is paid, instructs, recruits, whose premises serve: each with its records, as far as it was collected."],
  ["Protection list", "Under 18, recorded as victim, referred to the NRM, or missing as a child. They are never ranked, also where they are suspects too."],
  ["Held back", "Not ranked, as they may be the same as somebody to protect."],
  ["Grade", "3x5x2: the source (1 reliable to 3 not), the information (A known directly to E suspected false), handling (P may be shared, C on conditions)."],
  ["Confirmed, unconfirmed, tentative", "How strong a link is by the grades of its records: drawn solid, dashed and dotted."],
  ["NRM", "National Referral Mechanism: how possible victims of modern slavery are referred."],
  ["As at", "What was recorded by the end of that day."],
];

/** The words of the screens. */
export function Glossary() {
  return (
    <details className="glossary">
      <summary>Words</summary>
      <dl className="small">
        {terms.map(([term, says]) => (
          <div key={term}>
            <dt><b>{term}</b></dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
