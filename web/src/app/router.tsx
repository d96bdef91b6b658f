import { QueryClient } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { Problem, problemOf } from "../api/problem.ts";
import { sessionQuery } from "../api/session.ts";
import { Absent, Failed } from "../parts/states.tsx";
import { compareAddress, connectionsAddress, entityAddress, listAddress, networkAddress, placesAddress } from "../parts/addresses.ts";
import { Shell } from "./shell.tsx";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.status === 503,
    },
  },
});

// Who sees no picture is shown the first page that they may see.
async function firstPageOf(): Promise<void> {
  const session = await queries.ensureQueryData(sessionQuery).catch(() => null);
  if (session && !session.permissions.includes("see_picture")) throw redirect({ to: session.permissions.includes("see_audit") ? "/audit" : "/accounts" });
}

const root = createRootRoute({ component: Shell, notFoundComponent: Absent });

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: "/",
    validateSearch: listAddress,
    beforeLoad: firstPageOf,
    component: lazyRouteComponent(() => import("../pages/threat-picture.tsx"), "ThreatPicture"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/networks/$network",
    validateSearch: networkAddress,
    component: lazyRouteComponent(() => import("../pages/network.tsx"), "NetworkView"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/networks/$network/places",
    validateSearch: placesAddress,
    component: lazyRouteComponent(() => import("../pages/places.tsx"), "PlacesOfNetwork"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/search",
    component: lazyRouteComponent(() => import("../pages/search.tsx"), "Search"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/entities/$entity",
    validateSearch: entityAddress,
    component: lazyRouteComponent(() => import("../pages/profile.tsx"), "ProfileView"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/entities/$entity/places",
    validateSearch: placesAddress,
    component: lazyRouteComponent(() => import("../pages/places.tsx"), "PlacesOfEntity"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/connections",
    validateSearch: connectionsAddress,
    component: lazyRouteComponent(() => import("../pages/connections.tsx"), "Connections"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/compare",
    validateSearch: compareAddress,
    component: lazyRouteComponent(() => import("../pages/compare.tsx"), "Compare"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/decisions",
    component: lazyRouteComponent(() => import("../pages/decisions.tsx"), "Decisions"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/records/$record",
    component: lazyRouteComponent(() => import("../pages/record.tsx"), "RecordView"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/imports",
    component: lazyRouteComponent(() => import("../pages/imports.tsx"), "Imports"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/accounts",
    component: lazyRouteComponent(() => import("../pages/accounts.tsx"), "Accounts"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/audit",
    component: lazyRouteComponent(() => import("../pages/audit.tsx"), "Audit"),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([...routes]),
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => Failed({ problem: problemOf(error), again: () => location.reload() }),
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
