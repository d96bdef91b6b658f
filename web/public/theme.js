// Before anything is painted, so that no page flashes in the other theme.
const kept = localStorage.getItem("raptor-theme");
if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
