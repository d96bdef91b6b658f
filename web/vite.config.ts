import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env["RAPTOR_SERVER"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../build/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { hashCharacters: "base36" } },
  },
  server: {
    proxy: { "/api": { target: server, changeOrigin: true, headers: { Origin: server } } },
  },
});
