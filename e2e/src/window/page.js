// Finds visible elements by their accessible names. Every script of page.rs runs in this scope.
const clean = text => (text ?? "").replace(/\s+/g, " ").trim();

const root = document.querySelector("#main") ?? document.body;

const isVisible = element =>
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === "visible" &&
  !element.closest("[aria-hidden=true], [inert]");

const visibleElements = selector => [...root.querySelectorAll(selector)].filter(isVisible);

// A simplified accessible name: the element's label, or its own text. A placeholder is no name.
const nameOf = element => {
  const labelledBy = clean(element.getAttribute("aria-labelledby"));
  if (labelledBy) {
    return clean(labelledBy.split(" ").map(id => document.getElementById(id)?.textContent ?? "").join(" "));
  }
  if (element.ariaLabel) return clean(element.ariaLabel);
  if (element.labels?.length) return clean([...element.labels].map(label => label.innerText).join(" "));
  return clean(element.matches("input") ? element.value : element.innerText);
};

const FIELDS = "input:not([type=hidden], [type=submit], [type=button]), textarea, select";
const BUTTONS = "button, input[type=submit], input[type=button], [role=button]";
const LINKS = "a, [role=link]";

const findByName = (selector, name) => visibleElements(selector).find(element => nameOf(element) === clean(name)) ?? null;

const isEnabled = button => !button.disabled && button.ariaDisabled !== "true";

const textOf = selector => {
  const texts = visibleElements(selector).map(element => clean(element.innerText)).filter(Boolean);
  return texts.length ? texts.join("\n") : null;
};

// All names for this selector, for error messages.
const namesOf = selector => visibleElements(selector).map(nameOf).join(" | ");

const isOutlined = element => {
  const style = getComputedStyle(element);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
};

// Whether an element with the focus is as round as without it. Its outline follows its corners.
const keepsShape = element => {
  if (element.contains(root)) return true;
  const unfocused = element.cloneNode();
  element.after(unfocused);
  const [shape, other] = [element, unfocused].map(one => getComputedStyle(one).borderRadius);
  unfocused.remove();
  return shape === other;
};

const isFullyVisible = element => {
  const box = element.getClientRects()[0];
  if (!box || box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) return false;
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return element.contains(top) || Boolean(top?.contains(element));
};
