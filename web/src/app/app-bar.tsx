import { Link } from "@tanstack/react-router";
import type { Session } from "../api/session.ts";
import { PictureNews } from "./picture-news.tsx";
import { Purpose } from "./purpose.tsx";
import { SearchBox } from "./search-box.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { UserMenu } from "./user-menu.tsx";

export function AppBar({ session }: { session: Session }) {
  const may = (permission: string) => session.permissions.includes(permission);
  return (
    <header className="bar">
      <a href="#page" className="skip">
        Skip to the page
      </a>
      <Link to="/" className="brand">
        <img src="/raptor.svg" alt="" /> RAPTOR
      </Link>
      <nav className="nav" aria-label="Pages">
        {may("see_picture") ? (
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            Threat picture
          </Link>
        ) : null}
        {may("search") ? <Link to="/search">Search</Link> : null}
        {may("see_picture") ? <Link to="/connections">Connections</Link> : null}
        {may("import_files") ? <Link to="/imports">Data</Link> : null}
        {may("manage_accounts") ? <Link to="/accounts">Accounts</Link> : null}
        {may("see_audit") ? <Link to="/audit">Audit</Link> : null}
      </nav>
      <div className="bar-right">
        {may("see_picture") ? <PictureNews /> : null}
        {may("search") ? <SearchBox /> : null}
        <Purpose />
        <ThemeSwitch />
        <UserMenu session={session} />
      </div>
    </header>
  );
}
