
(() => {
  "use strict";
  const at = (id) => document.getElementById(id);
  const plain = (text) => (/^[\w-]{1,200}$/.test(text || "") ? text : "");
  // Some mail programs leave an entity in the link.
  const given = new URLSearchParams(location.hash.slice(1).replaceAll("&amp;", "&"));
  const value = (id) => plain(given.get(id)) || plain(at(id)?.value);
  const token = at("token") ? value("token") : "";
  const flow = value("flow");

  // The app, where it comes, takes the place of this page and goes on with its link.
  const page = document.querySelector("main");
  if (at("latchkey")) at("latchkey").fragment = location.hash.slice(1);
  // The address bar, the history and a bookmark shall not hold the token.
  if (given.has("token")) history.replaceState(null, "", location.pathname + location.search);
  // A link that is opened on top of this page.
  addEventListener("hashchange", () => {
    if (page.isConnected && location.hash.includes("token=")) location.reload();
  });

  if (token) {
    const link = new URLSearchParams(flow ? { token, flow } : { token });
    at("token").value = token;
    if (at("flow")) at("flow").value = flow;
    if (at("paste")) at("paste").hidden = true;
    if (at("open-app")) {
      at("open-app").href = at("open-app").dataset.base + link;
      at("app").hidden = false;
    }
    const code = given.get("code") || "";
    if (at("code") && /^\d{6,10}$/.test(code)) {
      at("code").textContent = code.slice(0, code.length / 2) + " " + code.slice(code.length / 2);
      at("code-part").hidden = false;
      // A mail with a code is for the device that asked: a password that is typed here would be refused.
      at("here").hidden = true;
      if (at("bound")) at("bound").hidden = false;
      link.set("code", code);
    }
    for (const other of document.querySelectorAll("a[hreflang]")) other.hash = link;
  }

  const passwords = document.querySelectorAll("input[type=password]");
  if (passwords.length) {
    const show = at("show-passwords");
    const mask = () => passwords.forEach((field) => (field.type = show.checked ? "text" : "password"));
    at("show").hidden = false;
    show.addEventListener("change", mask);
    const forget = () => {
      show.checked = false;
      mask();
    };
    at("form").addEventListener("submit", forget);
    // The page may be kept for the way back.
    addEventListener("pagehide", () => {
      forget();
      passwords.forEach((field) => (field.value = ""));
    });
  }
})();
