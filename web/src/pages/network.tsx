import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { networkQuery } from "../api/network.ts";
import { viewQuery } from "../api/views.ts";
import { useShown } from "../parts/shown-marking.ts";
import { Answer } from "../parts/states.tsx";
import { NetworkBoard } from "./network-board.tsx";

const route = getRouteApi("/networks/$network");

export function NetworkView() {
  const { network } = route.useParams();
  const { view } = route.useSearch();
  const page = useQuery(networkQuery(network));
  const opened = useQuery({ ...viewQuery(view ?? ""), enabled: view !== undefined });
  useShown(page.data?.marking);
  useShown(view ? opened.data?.marking : undefined);
  return (
    <Answer of={page} what="the network">
      {(shown) => view === undefined ? <NetworkBoard key={shown.network} page={shown} /> : (
        <Answer of={opened} what="the view">
          {(held) => <NetworkBoard key={`${shown.network} ${held.view}`} page={shown} opened={held} />}
        </Answer>
      )}
    </Answer>
  );
}
