"use strict";
(() => {
  const panel = document.getElementById("panel");
  const resting = panel.innerHTML;
  const narrow = matchMedia("(max-width: 940px)");
  let chosen = null, shown = null;

  const close = () => {
    if (chosen) chosen.setAttribute("aria-expanded", "false");
    if (shown) shown.remove();
    chosen = shown = null;
    panel.innerHTML = resting;
  };

  const open = (link) => {
    const note = document.getElementById(link.hash.slice(1));
    if (!note) return;
    chosen = link;
    link.setAttribute("aria-expanded", "true");
    const body = document.createElement("div");
    for (const child of note.children) body.append(child.cloneNode(true));
    if (narrow.matches) {
      body.className = "panel inline";
      link.closest("p, figure").after(body);
      shown = body;
    } else {
      const head = document.createElement("h3");
      head.textContent = "Why this stands";
      panel.replaceChildren(head, ...body.childNodes);
    }
  };

  for (const link of document.querySelectorAll("main a.s")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const again = link === chosen;
      close();
      if (!again) open(link);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); link.click(); }
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) { const back = chosen; close(); back.focus(); }
  });
})();
