
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
    for (const open of document.querySelectorAll(".open-app")) open.href = open.dataset.base + link;
    if (byId("open-app")) {
      byId("app-section").hidden = byId("app-lead").hidden = false;
      // One button of the page is filled.
      byId("change-password").classList.replace("button-filled", "button-outlined");
    }
    const code = parameters.get("code") || "";
    if (byId("code") && /^\d{6,10}$/.test(code)) {
      byId("code").textContent = code.slice(0, code.length / 2) + " " + code.slice(code.length / 2);
      // A mail with a code is bound to the requesting device. The form would be rejected.
      byId("reset-view").hidden = true;
      byId("code-view").hidden = false;
      if (byId("code-foot")) byId("code-foot").hidden = false;
      document.title = document.title.replace(byId("title").textContent, byId("code-view").querySelector("h1").textContent);
      link.set("code", code);
    }
    for (const other of document.querySelectorAll("a[hreflang]")) other.hash = link;
  }

  const eyes = document.querySelectorAll(".password-field-eye");
  if (eyes.length) {
    const show = (eye, shown) => {
      eye.setAttribute("aria-pressed", shown);
      byId(eye.getAttribute("aria-controls")).type = shown ? "text" : "password";
    };
    const hideAll = () => eyes.forEach((eye) => show(eye, false));
    for (const eye of eyes) {
      eye.hidden = false;
      eye.addEventListener("click", () => show(eye, eye.getAttribute("aria-pressed") !== "true"));
    }
    byId("form").addEventListener("submit", hideAll);
    // Browsers may keep the page in memory for the back button.
    addEventListener("pagehide", () => {
      hideAll();
      for (const eye of eyes) byId(eye.getAttribute("aria-controls")).value = "";
    });
  }
})();
