// Finds things by what a person sees. Prepended to the harness's scripts (page.rs).

const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

/** The best match: exactly these words, else beginning with them, else containing them. */
function best(candidates, wanted, named) {
  wanted = words(wanted);
  const pairs = [...candidates].map((element) => [element, words(named(element))]);
  const match = (test) => pairs.find(([, name]) => test(name))?.[0];
  return match((name) => name === wanted) ?? match((name) => name.startsWith(wanted)) ?? match((name) => name.includes(wanted)) ?? null;
}

/** The field that a label of these words belongs to, or that is named so by an attribute. */
function field(wanted) {
  const labels = [...document.querySelectorAll("label")].filter((label) => label.control && isShown(label));
  const label = best(labels, wanted, (element) => element.innerText);
  if (label) return label.control;
  return best(document.querySelectorAll("input, textarea, select"), wanted, (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(/\s+/).map((id) => document.getElementById(id)?.innerText).join(" ");
    return element.getAttribute("aria-label");
  });
}

/** The visible button, link, tab or summary of these words. */
function control(wanted, scope = document) {
  const all = scope.querySelectorAll("button, a[href], summary, [role=button], [role=tab], [role=menuitem], input[type=submit]");
  const name = (element) => element.getAttribute("aria-label") ?? (element.innerText || element.value);
  return best([...all].filter(isShown), wanted, name);
}

/** Drops a file as the mouse would. */
function dropFile(selector, name, contents) {
  const target = document.querySelector(selector);
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([contents], name));
  for (const type of ["dragenter", "dragover", "drop"]) {
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }
}
