import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { networkQuery } from "../api/network.ts";
import { useShown } from "../parts/shown-marking.ts";
import { Answer } from "../parts/states.tsx";
import { NetworkBoard } from "./network-board.tsx";

const route = getRouteApi("/networks/$network");

export function NetworkView() {
  const { network } = route.useParams();
  const page = useQuery(networkQuery(network));
  useShown(page.data?.marking);
  return (
    <Answer of={page} what="the network">
      {(shown) => <NetworkBoard key={shown.network} page={shown} />}
    </Answer>
  );
}
