import { expect, test } from "vitest";
import { complaints, importsOf } from "./layers.ts";

test("type imports, lazy imports and plain ones are all seen", () => {
  const source = `import type { A } from "../api/a.ts";\nimport "../style/x.css";\nconst b = () => import("../pages/b.tsx");`;
  expect(importsOf(source)).toEqual(["../api/a.ts", "../style/x.css", "../pages/b.tsx"]);
});

test("an arrow that goes up is named, one that goes down or sideways is not", () => {
  expect(complaints("api/ask.ts", `import type { P } from "../pages/p.tsx";`)).toHaveLength(1);
  expect(complaints("pages/p.tsx", `import { ask } from "../api/ask.ts";`)).toEqual([]);
  expect(complaints("parts/a.tsx", `import { b } from "./b.tsx";`)).toEqual([]);
  expect(complaints("parts/a.tsx", `import { b } from "../../tools/b.ts";`)).toHaveLength(1);
});
