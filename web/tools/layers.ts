/** What each folder of src may import from, besides itself. Arrows only go down; types count. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  base: [],
  api: ["base"],
  parts: ["base", "api"],
  chart: ["base", "api", "parts"],
  map: ["base", "api", "parts", "chart"],
  pages: ["base", "api", "parts", "chart", "map"],
  app: ["base", "api", "parts", "chart", "map", "pages", "style"],
};

const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;

export function importsOf(source: string): string[] {
  return [...source.matchAll(importPattern)].map((match) => match[1] ?? "");
}

/** The folder of src that a relative import leads to, of a file in `folder` itself. */
function folderOf(path: string, folder: string): string | undefined {
  if (path.startsWith("./")) return path.startsWith("./../") ? undefined : folder;
  const match = /^\.\.\/([^./][^/]*)\//.exec(path);
  return match?.[1];
}

/** What is wrong with the imports of a file, in sentences. */
export function complaints(file: string, source: string): string[] {
  const folder = file.split("/")[0] ?? "";
  const allowed = layers[folder];
  if (!allowed) return [`${file}: ${folder} is no layer`];
  return importsOf(source)
    .filter((path) => path.startsWith("."))
    .flatMap((path) => {
      const target = folderOf(path, folder);
      if (!target) return [`${file}: ${path} is not a file of src/LAYER/`];
      if (target === folder || allowed.includes(target)) return [];
      return [`${file}: ${folder} may not import ${path}`];
    });
}
