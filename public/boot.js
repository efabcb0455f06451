// Starts the app, and stands in for it when it cannot run.
//
// Knows: the files named on its own script element, the static blocks of index.html, the key prefix of drafts in
// localStorage, and where the interface's language is kept. Does not know: what a draft holds. It is plain JavaScript because after a panic, or
// when the wasm never arrived, nothing else can offer people their work back.

const DRAFT_KEYS = "seloste:draft:";
const SETTINGS = "seloste:settings";
/** "Avataan…" of index.html in the other languages. */
const OPENING = { sv: "Öppnas…", en: "Opening…" };

const byId = (id) => document.getElementById(id);

/** The raw values of all drafts, unparsed: a damaged one must come out as it is. */
function rawDrafts() {
  const drafts = {};
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key.startsWith(DRAFT_KEYS)) drafts[key] = localStorage.getItem(key);
    }
  } catch {
    // Storage is blocked: there is nothing to rescue.
  }
  return drafts;
}

function downloadDrafts() {
  const rescue = { format: "seloste-rescue", version: 1, saved: new Date().toISOString(), drafts: rawDrafts() };
  const url = URL.createObjectURL(new Blob([JSON.stringify(rescue, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "seloste-luonnokset.json";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Shows the crash block once; the first cause is the one worth reading. */
function crash(cause) {
  const block = byId("crash");
  if (!block.hidden) return;
  const saved = Object.keys(rawDrafts()).length > 0;
  for (const line of block.querySelectorAll("[data-drafts]")) line.hidden = (line.dataset.drafts === "saved") !== saved;
  for (const button of block.querySelectorAll("[data-crash]")) {
    const download = button.dataset.crash === "download";
    if (download && !saved) button.remove(); // Not hidden: how buttons are shown is the style sheet's business.
    button.addEventListener("click", download ? downloadDrafts : () => location.reload());
  }
  byId("crash-details").textContent = String(cause?.stack ?? cause);
  byId("shell-opening")?.remove();
  block.hidden = false;
  byId("crash-title").focus();
}

/**
 * Whether an error left the wasm module in an unknown state. A panic traps ("unreachable"), and anything thrown
 * through wasm frames skips their clean-up. Other errors, such as those of a browser extension, are not ours.
 */
function isFatal(error) {
  return error instanceof WebAssembly.RuntimeError || /wasm/i.test(error?.stack ?? "");
}

addEventListener("error", (event) => {
  if (isFatal(event.error)) crash(event.error);
});
addEventListener("unhandledrejection", (event) => {
  if (isFatal(event.reason)) crash(event.reason);
});

/**
 * Fetches the texts of the interface's language while the module is still loading, where they are not inside it. The app,
 * which fetches them by the same address, then gets them from the cache. `.ci/words` names each language's file in an
 * attribute of the script, such as `data-texts-sv`.
 */
function preloadTexts(script) {
  let lang;
  try {
    ({ lang } = JSON.parse(localStorage.getItem(SETTINGS)) ?? {});
  } catch {
    // Storage is blocked or damaged: the interface will be in Finnish.
  }
  const texts = script.getAttribute(`data-texts-${lang}`);
  if (!texts) return;
  document.documentElement.lang = lang;
  byId("shell-opening").textContent = OPENING[lang];
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: texts }));
}

const script = document.querySelector("script[data-wasm]");
try {
  preloadTexts(script);
  const app = await import(new URL(script.dataset.js, document.baseURI).href);
  await app.default({ module_or_path: new URL(script.dataset.wasm, document.baseURI).href });
} catch (error) {
  crash(error);
}
