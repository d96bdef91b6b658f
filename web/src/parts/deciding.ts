import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { decide, type Decided } from "../api/decisions.ts";
import { problemOf } from "../api/problem.ts";
import { sessionQuery } from "../api/session.ts";
import { announce } from "./announce.tsx";

const lastKey = ["last decision"];

const follows = "The next picture follows it; the bar above says when it stands.";
const said: Readonly<Record<Decided["verdict"], string>> = {
  same: `Recorded: the same person. ${follows}`,
  different: `Recorded: not the same person. ${follows}`,
  unsure: `Recorded: unsure. ${follows}`,
};
const withdrawnReason = "Taken back by the one who decided it";

/** What the screen says of this reader's last decision, and the decision as long as it can be undone. */
interface Last {
  says: string;
  decided?: Decided;
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
    onSuccess: (_, decided) => tell({ says: said[decided.verdict], ...(decided.verdict === "unsure" ? {} : { decided }) }),
  });
  const undoing = useMutation({
    mutationFn: (decided: Decided) => decide({ ...decided, verdict: "unsure", reason: withdrawnReason }),
    onSuccess: () => tell({ says: `Undone: recorded as unsure. ${follows}` }),
    onError: (error, decided) => tell({ says: `Not undone. ${problemOf(error).message}`, decided }),
  });
  const undo = () => {
    if (last?.decided && !undoing.isPending) undoing.mutate(last.decided);
  };
  return { deciding, last, undo };
}

export const useMayDecide = (): boolean =>
  useQuery(sessionQuery).data?.permissions.includes("decide") ?? false;
