import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../style/tokens.css";
import "../style/base.css";
import "../style/frame.css";
import "../style/parts.css";
import "../style/pages.css";
import "../style/chart.css";
import "../style/map.css";
import "../style/identity.css";
import "../style/tour.css";
import { queries, router } from "./router.tsx";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
