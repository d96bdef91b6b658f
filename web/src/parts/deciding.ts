import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { decide, type Decided } from "../api/decisions.ts";
import { sessionQuery } from "../api/session.ts";
import { announce } from "./announce.tsx";

const lastKey = ["last decision"];

const said: Readonly<Record<Decided["verdict"], string>> = {
  same: "Recorded: the same person.",
  different: "Recorded: not the same person.",
  unsure: "Recorded: unsure.",
};

const withdrawnSays = "Undone: recorded as unsure.";
const withdrawnReason = "Taken back by the one who decided it";

/** The last decision of this reader, as far as it can still be undone, and what the screen says of it. */
interface Last {
  decided: Decided | undefined;
  says: string;
}

/** Records decisions, and undoes the last one. */
export function useDeciding() {
  const queries = useQueryClient();
  const last = useQuery<Last>({ queryKey: lastKey, queryFn: skipToken, staleTime: Infinity }).data;
  const tell = (told: Last) => {
    queries.setQueryData<Last>(lastKey, told);
    announce(told.says);
    void queries.invalidateQueries({ queryKey: ["decisions"] });
  };
  const deciding = useMutation({
    mutationFn: decide,
    onSuccess: (_, decided) => tell({ decided: decided.verdict === "unsure" ? undefined : decided, says: said[decided.verdict] }),
  });
  const undoing = useMutation({
    mutationFn: (decided: Decided) => decide({ ...decided, verdict: "unsure", reason: withdrawnReason }),
    onSuccess: () => tell({ decided: undefined, says: withdrawnSays }),
  });
  return { deciding, undoing, last, undo: () => last?.decided && undoing.mutate(last.decided) };
}

export const useMayDecide = (): boolean =>
  useQuery(sessionQuery).data?.permissions.includes("decide") ?? false;
