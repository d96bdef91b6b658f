import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { compareQuery } from "../api/identity.ts";
import { profileQuery } from "../api/entity.ts";
import { Problem } from "../api/problem.ts";
import { DecidedNote } from "../parts/decided-note.tsx";
import { useMayDecide } from "../parts/deciding.ts";
import { PageHead } from "../parts/page-head.tsx";
import { PersonEnd } from "../parts/person-end.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer, Empty } from "../parts/states.tsx";
import { CompareAnswer } from "./compare-answer.tsx";
import { CompareSide } from "./compare-side.tsx";
import { CompareTable } from "./compare-table.tsx";

const route = getRouteApi("/compare");

export function Compare() {
  const { left, right } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHead title="Are these one person?" crumb={<><Link to="/decisions">Decisions</Link> › Two compared</>}
        tools={<span className="small muted">Nothing is merged: a decision is recorded, and another undoes it.</span>} />
      <div className="filters" role="group" aria-label="The two">
        <PersonEnd label="One" entity={left} choose={(chosen) => void navigate({ search: { left: chosen, right } })} />
        <PersonEnd label="Other" entity={right} choose={(chosen) => void navigate({ search: { left, right: chosen } })} />
      </div>
      {left && right ? <Pair key={`${left} ${right}`} left={left} right={right} /> : (
        <Empty><p>Choose two people: type a name, however it is spelt, and take one of those suggested.</p></Empty>
      )}
    </>
  );
}

function Pair({ left, right }: { left: string; right: string }) {
  const compared = useQuery(compareQuery(left, right));
  const [leftPerson, rightPerson] = [useQuery(profileQuery(left)).data, useQuery(profileQuery(right)).data];
  const mayDecide = useMayDecide();
  useShown(compared.data?.marking);
  if (compared.error instanceof Problem && compared.error.status === 400) {
    return (
      <Empty>
        <DecidedNote />
        <p>{compared.error.message}</p>
        <p><Link to="/entities/$entity" params={{ entity: left }}>Open the profile</Link>: it says why they are one, and parts them.</p>
      </Empty>
    );
  }
  return (
    <Answer of={compared} what="what speaks for and against it">
      {(identity) => leftPerson && rightPerson ? (
        <div className="panes compare-panes">
          <section className="pane" aria-label="The two side by side" tabIndex={0}>
            <CompareTable identity={identity} left={leftPerson} right={rightPerson} />
          </section>
          <aside className="pane" aria-label="From prior to score" tabIndex={0}><CompareSide identity={identity} /></aside>
          <section className="pane answer" aria-label="Your answer">
            <DecidedNote />
            {mayDecide ? <CompareAnswer left={leftPerson} right={rightPerson} /> : <p className="muted">Your role reads this and does not decide.</p>}
          </section>
        </div>
      ) : null}
    </Answer>
  );
}
