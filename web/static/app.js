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

  const start = () => {
    prepare(document);
    /* A picture beside the text where there is room for it; on a phone it is fetched when asked for. */
    if (matchMedia("(min-width: 80rem)").matches) document.querySelectorAll("[data-wide-open]").forEach((one) => { one.open = true; });
    const cited = location.hash === "#cite" && document.getElementById("cite");
    if (cited) cited.scrollIntoView({ block: "center" });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
