(() => {
  const told = new URLSearchParams(location.hash.slice(1));
  const token = told.get("token");
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  const field = document.querySelector("input[name=token]");
  if (field && !field.value) field.value = token;
  const paste = document.getElementById("paste");
  if (paste) paste.hidden = true;
  const app = document.getElementById("app");
  if (app) app.hidden = false;
  const open = document.getElementById("open");
  if (open) {
    const wanted = new URLSearchParams({ token });
    if (told.get("flow")) wanted.set("flow", told.get("flow"));
    open.href += "?" + wanted;
  }
  const code = document.getElementById("code");
  if (code && /^[0-9]{8}$/.test(told.get("code") || "")) {
    code.querySelector(".code").textContent = told.get("code").replace(/(.{4})/, "$1 ");
    code.hidden = false;
  }
})();
