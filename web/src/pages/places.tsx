import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo } from "react";
import { profileQuery } from "../api/entity.ts";
import { networkQuery } from "../api/network.ts";
import type { PlacesOf } from "../api/places.ts";
import type { Who } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";
import { ordinal } from "../base/figures.ts";
import { nodesOf } from "../chart/contents.ts";
import type { PlacesAddress } from "../parts/addresses.ts";
import { PageHead } from "../parts/page-head.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer, Loading } from "../parts/states.tsx";

const PlacesBoard = lazy(async () => ({ default: (await import("./places-board.tsx")).PlacesBoard }));

const networkRoute = getRouteApi("/networks/$network/places");
const entityRoute = getRouteApi("/entities/$entity/places");

/** Where the members of a network are recorded. */
export function PlacesOfNetwork() {
  const { network } = networkRoute.useParams();
  const asked = networkRoute.useSearch();
  const navigate = networkRoute.useNavigate();
  const page = useQuery(networkQuery(network));
  useShown(page.data?.marking);
  const of = useMemo((): PlacesOf => ({ sort: "networks", name: network }), [network]);
  // As on its chart: nobody to protect bears a name.
  const people = useMemo(
    () => new Map<string, Who>(page.data ? nodesOf(page.data).map((node) => [node.entity, node.alias ? { ...node, caption: node.alias } : node]) : []),
    [page.data]);
  const change = useCallback(
    (part: Partial<PlacesAddress>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true }), [navigate]);
  return (
    <Answer of={page} what="the network">
      {(shown) => (
        <>
          <PageHead
            title={`Places of the network ranked ${ordinal(shown.rank)}`}
            crumb={<><Link to="/">Threat picture</Link> › <Link to="/networks/$network" params={{ network }}>Network ranked {ordinal(shown.rank)}</Link></>}
            tools={<Link to="/networks/$network" params={{ network }} className="button tight">Chart of its people</Link>}
          />
          <Suspense fallback={<Loading what="the map" />}>
            <PlacesBoard of={of} name={`network-${shown.rank}-places`} people={people} asked={asked} change={change} />
          </Suspense>
        </>
      )}
    </Answer>
  );
}

/** Where somebody or something is recorded. */
export function PlacesOfEntity() {
  const { entity } = entityRoute.useParams();
  const asked = entityRoute.useSearch();
  const navigate = entityRoute.useNavigate();
  const profile = useQuery(profileQuery(entity, asked.as_at));
  useShown(profile.data?.marking);
  const of = useMemo((): PlacesOf => ({ sort: "entities", name: entity }), [entity]);
  const people = useMemo(() => new Map<string, Who>(profile.data ? [[entity, profile.data]] : []), [profile.data, entity]);
  const change = useCallback(
    (part: Partial<PlacesAddress>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true }), [navigate]);
  return (
    <Answer of={profile} what="the profile">
      {(shown) => (
        <>
          <PageHead
            title={`Places of ${shown.caption}`}
            crumb={<><Link to="/entities/$entity" params={{ entity }} search={{ as_at: asked.as_at }}>Profile</Link> › Places{shown.as_at ? ` as they were known on ${dayOf(shown.as_at)}` : ""}</>}
            tools={<Link to="/entities/$entity" params={{ entity }} search={{ as_at: asked.as_at }} className="button tight">Profile</Link>}
          />
          <Suspense fallback={<Loading what="the map" />}>
            <PlacesBoard of={of} name="places" people={people} asked={asked} change={change} />
          </Suspense>
        </>
      )}
    </Answer>
  );
}
