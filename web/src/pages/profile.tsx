import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { profileQuery } from "../api/entity.ts";
import type { Profile } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";
import { ordinal } from "../base/figures.ts";
import { title, word } from "../base/words.ts";
import { Icon } from "../parts/icon.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { SourceChips } from "../parts/source-chips.tsx";
import { Answer } from "../parts/states.tsx";
import { CareTag } from "../parts/tags.tsx";
import { ProfileFacts } from "./profile-facts.tsx";
import { ProfileSide } from "./profile-side.tsx";
import { ProfileLinks } from "./profile-links.tsx";
import { ProfileTimeline } from "./profile-timeline.tsx";

const route = getRouteApi("/entities/$entity");

export function ProfileView() {
  const { entity } = route.useParams();
  const { as_at } = route.useSearch();
  const profile = useQuery(profileQuery(entity, as_at));
  return (
    <Answer of={profile} what="the profile">
      {(shown) => <Page key={shown.entity} profile={shown} asAt={as_at} />}
    </Answer>
  );
}

function Page({ profile, asAt }: { profile: Profile; asAt: string | undefined }) {
  useShown(profile.marking);
  return (
    <>
      <PageHead
        title={profile.caption}
        crumb={<><Link to="/search">Search</Link> › {title(profile.noun)}{profile.as_at ? ` as it was known on ${dayOf(profile.as_at)}` : ""}</>}
        beside={<Roles profile={profile} />}
        tools={<AsAt asAt={asAt} />}
      />
      {profile.is_protected ? <ProtectionBanner profile={profile} /> : null}
      <div className="panes profile-panes">
        <div className="pane" tabIndex={0} aria-label="Profile" role="region">
          <ProfileFacts profile={profile} />
          <ProfileTimeline profile={profile} />
          <ProfileLinks profile={profile} />
        </div>
        <aside className="pane" tabIndex={0} aria-label="Standing, gaps and decisions">
          <ProfileSide profile={profile} />
        </aside>
      </div>
    </>
  );
}

function Roles({ profile }: { profile: Profile }) {
  const roles = Object.keys(profile.roles).slice(0, 3);
  return (
    <>
      {profile.is_protected ? <CareTag>To protect</CareTag> : null}
      {profile.is_also_suspect ? <span className="tag outline"><Icon name="person" /> Also suspect</span> : null}
      {profile.nominal_rank ? <span className="tag outline">{ordinal(profile.nominal_rank)} of the nominals</span> : null}
      {profile.is_protected ? null : roles.map((role) => <span key={role} className="tag">{word(role)} {profile.roles[role]}</span>)}
    </>
  );
}

function AsAt({ asAt }: { asAt: string | undefined }) {
  const navigate = route.useNavigate();
  const go = (day: string) => void navigate({ search: { as_at: day || undefined } });
  return (
    <label className="row small">
      As at
      <input type="date" className="input tight" value={asAt ?? ""} onChange={(event) => go(event.target.value)} />
      {asAt ? <button type="button" className="button tight" onClick={() => go("")}>Now</button> : null}
    </label>
  );
}

function ProtectionBanner({ profile }: { profile: Profile }) {
  const reasons = [...new Set(profile.protection?.map((line) => line.reason))];
  const lines = profile.protection?.slice(0, 1) ?? [];
  return (
    <div className="banner" role="note">
      <Icon name="shield" className="care" />
      <p className="grow">
        <b className="care">In the protection list: {reasons.map(word).join(", ")}.</b> Not ranked among nominals, never a target.
        {profile.is_also_suspect ? " Recorded as suspect too." : ""}
      </p>
      {lines.map((line) => <SourceChips key={line.reason} cited={line} few={2} />)}
    </div>
  );
}
