import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { correct, type Corrected, type ReadValue } from "../api/corrections.ts";
import { problemOf } from "../api/problem.ts";
import { word } from "../base/words.ts";
import { announce } from "./announce.tsx";

const lastKey = ["last correction"];
const follows = "The next picture follows it; the bar above says when it stands.";
const takenBack = "Taken back by the one who corrected it";

const said = (corrected: Corrected): string => {
  const what = `${word(corrected.attribute)} “${corrected.was}”`;
  if (corrected.remedy === "replace") return `Corrected: ${what} counts as “${corrected.becomes ?? ""}”. ${follows}`;
  if (corrected.remedy === "ignore") return `Set aside: ${what} counts no longer. ${follows}`;
  return `Undone: ${what} counts as the record gives it. ${follows}`;
};

/** What the screen says of this reader's last correction, and its value as long as it can be undone. */
interface Last {
  says: string;
  value?: ReadValue;
}

/** Records corrections, and undoes the last one. */
export function useCorrecting() {
  const queries = useQueryClient();
  const last = useQuery<Last>({ queryKey: lastKey, queryFn: skipToken, staleTime: Infinity }).data;
  const tell = (told: Last) => {
    queries.setQueryData<Last>(lastKey, told);
    announce(told.says);
    void queries.invalidateQueries({ queryKey: ["corrections"] });
  };
  const correcting = useMutation({
    mutationFn: correct,
    onSuccess: (_, corrected) => {
      const { record, slot, attribute, was } = corrected;
      tell({ says: said(corrected), ...(corrected.remedy === "restore" ? {} : { value: { record, slot, attribute, was } }) });
    },
  });
  const undo = () => {
    const value = last?.value;
    if (!value || correcting.isPending) return;
    correcting.mutate({ ...value, remedy: "restore", reason: takenBack }, {
      onError: (error) => tell({ says: `Not undone. ${problemOf(error).message}`, value }),
    });
  };
  return { correcting, last, undo };
}
