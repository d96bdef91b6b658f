import { exportAddress } from "../api/lists.ts";
import type { Picture } from "../api/shapes.ts";
import type { ListAddress, ListName } from "../parts/addresses.ts";

interface Filters {
  picture: Picture;
  list: ListName | "networks";
  asked: ListAddress;
  change: (part: Partial<ListAddress>) => void;
}

export function ListFilters({ picture, list, asked, change }: Filters) {
  const has = { force: list !== "held-back", threat: list === "networks", fresh: list === "networks" || list === "nominals" };
  const isFiltered = asked.force ?? asked.threat ?? asked.fresh;
  return (
    <form className="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {has.force ? (
        <Choice label="Force" value={asked.force} any="all forces" choose={(force) => change({ force })}
          options={picture.forces.map((force) => ({ value: force, says: force }))} />
      ) : null}
      {has.threat ? (
        <Choice label="Threat" value={asked.threat} any={`all ${picture.threat_types.length}`} choose={(threat) => change({ threat })}
          options={picture.threat_types.map((type) => ({ value: type.threat_type, says: type.title }))} />
      ) : null}
      {has.fresh ? (
        <label className="check">
          <input type="checkbox" checked={asked.fresh === true} onChange={(event) => change({ fresh: event.target.checked ? true : undefined })} />
          Only what is new
        </label>
      ) : null}
      {isFiltered ? (
        <button type="button" className="link-button small" onClick={() => change({ force: undefined, threat: undefined, fresh: undefined })}>
          Show all
        </button>
      ) : null}
      <span className="grow" />
      {list === "networks" ? (
        <span className="segment">
          <button type="button" aria-pressed={asked.view !== "map"} onClick={() => change({ view: undefined })}>List</button>
          <button type="button" aria-pressed={asked.view === "map"} onClick={() => change({ view: "map" })}>Map</button>
        </span>
      ) : null}
      {list === "networks" || list === "nominals" ? (
        <span className="small muted">Harm in days: offence weight × part taken × recency</span>
      ) : null}
      {list !== "held-back" ? (
        <a className="button tight" href={exportAddress(list, { force: asked.force, threat_type: asked.threat, is_new: asked.fresh })} download>
          Export CSV
        </a>
      ) : null}
    </form>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  any: string;
  options: readonly { value: string; says: string }[];
  choose: (value: string | undefined) => void;
}

function Choice({ label, value, any, options, choose }: ChoiceProps) {
  return (
    <label className="row small">
      <span className="muted">{label}</span>
      <select className="input tight" value={value ?? ""} onChange={(event) => choose(event.target.value || undefined)}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.says}
          </option>
        ))}
      </select>
    </label>
  );
}
