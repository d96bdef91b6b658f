import { useState } from "react";

const keptAs = "raptor-theme";
const isSystemDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

export function ThemeSwitch() {
  const root = document.documentElement;
  const [isDark, setDark] = useState(() => (root.dataset["theme"] ?? (isSystemDark() ? "dark" : "light")) === "dark");
  const change = () => {
    const theme = isDark ? "light" : "dark";
    root.dataset["theme"] = theme;
    localStorage.setItem(keptAs, theme);
    setDark(!isDark);
  };
  return (
    <button type="button" className="button tight" onClick={change} aria-label={isDark ? "Show in light" : "Show in dark"} title={isDark ? "Light" : "Dark"}>
      {isDark ? "☀" : "☾"}
    </button>
  );
}
