/** The colours that the browser asks for. PatternFly goes by a class. */
const dark = matchMedia("(prefers-color-scheme: dark)");

/** @param {boolean} allowed whether the realm and its theme have a dark mode, as for the admin console */
export function followDarkMode(allowed) {
    const follow = () => document.documentElement.classList.toggle("pf-v5-theme-dark", allowed && dark.matches);
    dark.addEventListener("change", follow);
    follow();
}
