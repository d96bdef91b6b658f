import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { accountsQuery, changeAccount, givePassPhrase, type Account } from "../api/accounts.ts";
import { problemOf } from "../api/problem.ts";
import { dayOf } from "../base/dates.ts";
import { word } from "../base/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answer } from "../parts/states.tsx";

type Act = "pass phrase" | "state";

/** Who may sign in: for administrators, who see no record. */
export function Accounts() {
  const accounts = useQuery(accountsQuery);
  const [acting, setActing] = useState<{ account: Account; act: Act }>();
  return (
    <>
      <PageHead title="Accounts" crumb="Who may sign in, and what they may see" />
      <div className="panes">
        <section className="pane" aria-label="Accounts" tabIndex={0}>
          <Answer of={accounts} what="the accounts">
            {(shown) => (
              <table className="table">
                <caption className="unseen">Accounts</caption>
                <thead><tr><th scope="col">User</th><th scope="col">Name</th><th scope="col">Roles</th><th scope="col">Clearance</th><th scope="col">Compartments</th><th scope="col">Made</th><th scope="col">State</th><th scope="col">Change</th></tr></thead>
                <tbody>
                  {shown.accounts.map((account) => (
                    <tr key={account.user}>
                      <td><b>{account.user}</b></td>
                      <td>{account.display_name}</td>
                      <td>{account.roles.map(word).join(", ")}</td>
                      <td>{word(account.clearance)}</td>
                      <td>{account.compartments.join(", ") || <span className="muted">none</span>}</td>
                      <td className="nowrap">{dayOf(account.created)}</td>
                      <td>{account.state === "active" ? "active" : <span className="tag warn">disabled</span>}</td>
                      <td><span className="row">
                        <button type="button" className="button tight" onClick={() => setActing({ account, act: "pass phrase" })}>New pass phrase<span className="unseen"> for {account.user}</span></button>
                        <button type="button" className="button tight" onClick={() => setActing({ account, act: "state" })}>{account.state === "active" ? "Disable" : "Enable"}<span className="unseen"> {account.user}</span></button>
                      </span></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Answer>
        </section>
      </div>
      {acting ? <Acting {...acting} close={() => setActing(undefined)} /> : null}
    </>
  );
}

function Acting({ account, act, close }: { account: Account; act: Act; close: () => void }) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const next = account.state === "active" ? "disabled" : "active";
  const doing = useMutation({
    mutationFn: async (): Promise<string> => {
      if (act === "pass phrase") return (await givePassPhrase(account.user, reason)).pass_phrase;
      await changeAccount(account.user, { state: next, reason });
      return "";
    },
    onSuccess: (passPhrase) => {
      void queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
      if (passPhrase === "") close();
    },
  });
  const title = act === "pass phrase" ? `New pass phrase for ${account.user}` : `${next === "disabled" ? "Disable" : "Enable"} ${account.user}`;
  return (
    <Dialog title={title} close={close}>
      {doing.data ? (
        <p className="note warn" role="status">Told this once: <b>{doing.data}</b>. They choose their own on signing in.</p>
      ) : (
        <form className="sign-in-form" onSubmit={(event) => { event.preventDefault(); doing.mutate(); }}>
          {doing.error ? <p className="note bad" role="alert">{problemOf(doing.error).message}</p> : null}
          <Field label="Why" hint="For the log." required maxLength={500} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
          <div><button type="submit" className="button main" disabled={doing.isPending}>{title}</button></div>
        </form>
      )}
    </Dialog>
  );
}
