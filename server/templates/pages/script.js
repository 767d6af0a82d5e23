
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const base64urlOrEmpty = (text) => (/^[\w-]{1,200}$/.test(text || "") ? text : "");
  // Some mail programs leave an HTML entity in the link.
  const parameters = new URLSearchParams(location.hash.slice(1).replaceAll("&amp;", "&"));
  const value = (id) => base64urlOrEmpty(parameters.get(id)) || base64urlOrEmpty(byId(id)?.value);
  const token = byId("token") ? value("token") : "";
  const flow = value("flow");

  // The web app, if it is loaded, replaces this page and continues with its link.
  const page = document.querySelector("main");
  if (byId("latchkey")) byId("latchkey").fragment = location.hash.slice(1);
  // Removes the token from the address bar, the history and bookmarks.
  if (parameters.has("token")) history.replaceState(null, "", location.pathname + location.search);
  // Another link is opened in this tab.
  addEventListener("hashchange", () => {
    if (page.isConnected && location.hash.includes("token=")) location.reload();
  });

  if (token) {
    const link = new URLSearchParams(flow ? { token, flow } : { token });
    byId("token").value = token;
    if (byId("flow")) byId("flow").value = flow;
    if (byId("link-field")) byId("link-field").hidden = true;
    if (byId("open-app")) {
      byId("open-app").href = byId("open-app").dataset.base + link;
      byId("app-section").hidden = false;
    }
    const code = parameters.get("code") || "";
    if (byId("code") && /^\d{6,10}$/.test(code)) {
      byId("code").textContent = code.slice(0, code.length / 2) + " " + code.slice(code.length / 2);
      byId("code-section").hidden = false;
      // A mail with a code is bound to the requesting device. This page would be rejected.
      byId("reset-section").hidden = true;
      if (byId("bound-section")) byId("bound-section").hidden = false;
      link.set("code", code);
    }
    for (const other of document.querySelectorAll("a[hreflang]")) other.hash = link;
  }

  const passwords = document.querySelectorAll("input[type=password]");
  if (passwords.length) {
    const show = byId("show-passwords");
    const update = () => passwords.forEach((field) => (field.type = show.checked ? "text" : "password"));
    byId("show-passwords-option").hidden = false;
    show.addEventListener("change", update);
    const hide = () => {
      show.checked = false;
      update();
    };
    byId("form").addEventListener("submit", hide);
    // Browsers may keep the page in memory for the back button.
    addEventListener("pagehide", () => {
      hide();
      passwords.forEach((field) => (field.value = ""));
    });
  }
})();
