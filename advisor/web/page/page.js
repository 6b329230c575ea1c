"use strict";
// The link works once: a reload, or a bookmark, is of the bare address.
history.replaceState(null, "", "/");

const again = document.getElementById("again");
again.addEventListener("click", () => location.reload());

// The keyboard goes to the screen once it is there (before that, F5 would reload the page), and to the button in the
// end. The screen takes no keys until the page has told it that it has the focus.
let state = "";
new MutationObserver(() => {
  const now = ["-closed", "-loaded"].find((name) => document.body.classList.contains(name));
  if (now === state) return;
  state = now;
  (now === "-closed" ? again : document.querySelector("#terminal textarea")).focus();
}).observe(document.body, { attributeFilter: ["class"] });

// A file to download is fetched from where we are: a new tab for it would be blocked, or stay behind empty.
const openWindow = window.open.bind(window);
window.open = (url, ...more) => {
  if (!String(url).startsWith(`${location.origin}/download/`)) return openWindow(url, ...more);
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
  return null;
};

// The terminal measures its letters when it is made, so the font comes first.
addEventListener("load", async () => {
  const faces = ["16px", "bold 16px", "italic 16px"].map((face) => document.fonts.load(`${face} "Roboto Mono"`));
  await Promise.allSettled(faces);
  const place = document.getElementById("terminal");
  place.dataset.sessionWebsocketUrl = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;
  const script = document.createElement("script");
  script.src = "/static/js/textual.js";
  script.addEventListener("load", () => window.onload());
  document.head.append(script);
});
