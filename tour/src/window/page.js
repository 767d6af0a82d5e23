// How a person finds things on a page: what is seen, by the name it carries. Every question of page.rs is
// asked in this scope.
const clean = text => (text ?? "").replace(/\s+/g, " ").trim();

const root = document.querySelector("#main") ?? document.body;

const isSeen = element =>
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === "visible" &&
  !element.closest("[aria-hidden=true], [inert]");

const seen = selector => [...root.querySelectorAll(selector)].filter(isSeen);

// A short form of the accessible name: what labels the element, else its own words. A placeholder names
// nothing.
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

const named = (selector, name) => seen(selector).find(element => nameOf(element) === clean(name)) ?? null;

const isReady = button => !button.disabled && button.ariaDisabled !== "true";

const said = selector => {
  const words = seen(selector).map(element => clean(element.innerText)).filter(Boolean);
  return words.length ? words.join("\n") : null;
};

// What a person could choose from, for the message of a failed look.
const names = selector => seen(selector).map(nameOf).join(" | ");

const isOutlined = element => {
  const style = getComputedStyle(element);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
};

const isInSight = element => {
  const box = element.getClientRects()[0];
  if (!box || box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) return false;
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return element.contains(top) || Boolean(top?.contains(element));
};
