/** The colours that the browser asks for. PatternFly goes by a class. */
const dark = matchMedia("(prefers-color-scheme: dark)");

function follow() {
    document.documentElement.classList.toggle("pf-v5-theme-dark", dark.matches);
}

dark.addEventListener("change", follow);
follow();
