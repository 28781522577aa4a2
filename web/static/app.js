/* What pages gain where there is JavaScript; everything else works without. */
(() => {
  "use strict";
  const live = () => document.getElementById("live");
  const say = (text) => { if (live()) live().textContent = text; };

  const prepare = (root) => root.querySelectorAll("[data-copy-table], [data-copy-link], [data-print]").forEach((one) => { one.hidden = false; });

  const rows = (table) => [...table.rows].filter((row) => !row.classList.contains("head")).map((row) => [...row.cells].map((cell) => {
    const words = cell.classList.contains("blank") ? "" : cell.innerText;
    return words.replace(/\s+/g, " ").trim();
  }).join("\t")).join("\n");

  const copied = (button) => {
    const before = button.dataset.says || (button.dataset.says = button.textContent);
    button.textContent = button.dataset.done;
    say(button.dataset.done);
    setTimeout(() => { button.textContent = before; }, 2000);
  };

  document.addEventListener("click", async (event) => {
    if (event.target.closest("[data-print]")) window.print();
    const button = event.target.closest("[data-copy-table], [data-copy-link]");
    if (!button) return;
    const from = button.dataset.copyTable && document.querySelector(`#${button.dataset.copyTable} table`);
    const text = from ? rows(from) : new URL(button.dataset.copyLink || "", location.href).href;
    try {
      await navigator.clipboard.writeText(text);
      copied(button);
    } catch {
      window.prompt(button.textContent, text);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const box = document.querySelector("[data-slash]") || document.getElementById("q") || document.getElementById("tim");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  /* After a part was swapped in: show its buttons, and lead eyes and screen readers to what is new. */
  document.addEventListener("htmx:after:swap", (event) => {
    prepare(document);
    const target = event.detail && event.detail.ctx && event.detail.ctx.target;
    if (!target || target.id !== "main") return;
    const head = document.querySelector("#main [data-focus]");
    window.scrollTo({ top: 0 });
    if (head) head.focus({ preventScroll: true });
  });
  /* No answer came at all: say so where it was asked, until the next try. */
  document.addEventListener("htmx:error", (event) => {
    const asked = event.target.closest && event.target.closest("#main form, #main");
    if (!event.detail || !event.detail.ctx || !asked || !live() || document.querySelector(".lost")) return;
    const lost = document.createElement("p");
    lost.className = "notice lost";
    lost.setAttribute("role", "alert");
    lost.textContent = live().dataset.lost;
    if (asked.tagName === "FORM") asked.after(lost); else asked.prepend(lost);
  });
  document.addEventListener("htmx:before:request", (event) => {
    document.querySelectorAll(".lost").forEach((one) => one.remove());
    const main = document.getElementById("main");
    if (main && event.target.closest && event.target.closest("#main")) main.setAttribute("aria-busy", "true");
  });
  document.addEventListener("htmx:finally:request", () => {
    const main = document.getElementById("main");
    if (main) main.removeAttribute("aria-busy");
  });

  /* A form whose choices act at once; the button stays for whoever has no JavaScript. */
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && form.hasAttribute("data-at-once") && event.target.type !== "text") form.requestSubmit();
  });
  let typing;
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form || !form.hasAttribute("data-live")) return;
    clearTimeout(typing);
    typing = setTimeout(() => form.requestSubmit(), 300);
  });

  /* Files on their way: whether they may be sent at all, then how much of them has arrived. */
  const tell = (form, text, alarm) => {
    const line = form.querySelector("[data-way]");
    line.hidden = !text;
    line.className = alarm ? "notice" : "";
    line.querySelector("span").textContent = text;
    line.querySelector("progress").hidden = alarm;
    if (alarm) line.setAttribute("role", "alert"); else line.removeAttribute("role");
  };
  const send = (form) => {
    const button = form.querySelector("[type=submit]"), bar = form.querySelector("[data-way] progress");
    const request = new XMLHttpRequest();
    const failed = () => { button.disabled = false; tell(form, live().dataset.lost, true); };
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (event) => {
      bar.value = event.total ? Math.floor(100 * event.loaded / event.total) : 0;
      tell(form, form.dataset.sending.replace("{share}", bar.value), false);
    });
    request.addEventListener("load", () => {
      if (request.status < 400) { location.assign(request.responseURL); return; }
      const come = new DOMParser().parseFromString(request.responseText, "text/html").getElementById("main");
      if (!come) { failed(); return; }
      document.getElementById("main").replaceWith(come);
      come.focus();
      window.scrollTo({ top: 0 });
    });
    request.addEventListener("error", failed);
    button.disabled = true;
    request.send(new FormData(form));
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-most")) return;
    event.preventDefault();
    const files = [...form.querySelector("[type=file]").files];
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > Number(form.dataset.most)) tell(form, form.dataset.large.replace("{size}", Math.ceil(size / 2 ** 20)), true);
    else send(form);
  });

  const start = () => {
    prepare(document);
    /* A picture beside the text where there is room for it; on a phone it is fetched when asked for. */
    if (matchMedia("(min-width: 80rem)").matches) document.querySelectorAll("[data-wide-open]").forEach((one) => { one.open = true; });
    const cited = location.hash === "#cite" && document.getElementById("cite");
    if (cited) cited.scrollIntoView({ block: "center" });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
