import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { isSignedOut } from "../api/ask.ts";
import { sessionQuery, type Session } from "../api/session.ts";
import { Announcements } from "../parts/announce.tsx";
import { Answer } from "../parts/states.tsx";
import { useStore } from "../parts/use-store.ts";
import { AppBar } from "./app-bar.tsx";
import { ChangePassPhrase } from "./change-pass-phrase.tsx";
import { HelpCard } from "./help-card.tsx";
import { KeyStrip } from "./key-strip.tsx";
import { MarkingBand } from "./marking-band.tsx";
import { SignIn } from "./sign-in.tsx";
import { useShellKeys } from "./shell-keys.ts";
import { hasSeenTour, keepTourSeen } from "./tour-seen.ts";

const Tour = lazy(async () => ({ default: (await import("./tour.tsx")).Tour }));

/** All pages stand in it; who is not signed in sees nothing else. */
export function Shell() {
  const session = useQuery(sessionQuery);
  const isOver = useStore(isSignedOut);
  return (
    <Answer of={session} what="who you are">
      {(signedIn) =>
        signedIn && !isOver ? <Signed session={signedIn} /> : <SignIn isOver={isOver} />}
    </Answer>
  );
}

function Signed({ session }: { session: Session }) {
  if (session.must_change_password) return <ChangePassPhrase session={session} />;
  return <Frame session={session} />;
}

function Frame({ session }: { session: Session }) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isTouring, setTouring] = useState(() => !hasSeenTour(session.user));
  const navigate = useNavigate();
  const maySeePicture = session.permissions.includes("see_picture");
  const startTour = () => {
    if (maySeePicture) void navigate({ to: "/" });
    setTouring(true);
  };
  const leaveTour = () => {
    keepTourSeen(session.user);
    setTouring(false);
  };
  useShellKeys(() => setHelpOpen(true));
  return (
    <div className="frame">
      <MarkingBand session={session} place="top" />
      <AppBar session={session} />
      <main className="page" id="page">
        <Outlet />
      </main>
      <KeyStrip openHelp={() => setHelpOpen(true)} maySee={maySeePicture} />
      <MarkingBand session={session} place="bottom" />
      {isHelpOpen ? <HelpCard close={() => setHelpOpen(false)} startTour={startTour} /> : null}
      {isTouring ? (
        <Suspense>
          <Tour maySeePicture={maySeePicture} close={leaveTour} />
        </Suspense>
      ) : null}
      <Announcements />
    </div>
  );
}
