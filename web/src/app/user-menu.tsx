import { purpose } from "../api/ask.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { becomes, signOut, type Session } from "../api/session.ts";

export function UserMenu({ session }: { session: Session }) {
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: () => {
      sessionStorage.clear();
      purpose.set("");
      becomes(queries, null);
    },
  });
  return (
    <button type="button" className="button tight" onClick={() => leaving.mutate()} title={`${session.display_name}, ${session.roles.join(", ").replaceAll("_", " ")}`}>
      Sign out <span className="unseen">{session.display_name}</span>
    </button>
  );
}
