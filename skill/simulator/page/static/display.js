/* The device's screen: Amazon's engine in its frame, or a plain card where it is missing. */
const $ = (id) => document.getElementById(id);

const afterLoad = (work) => (document.readyState === "complete" ? work() : window.addEventListener("load", work, { once: true }));

const KEY = "leg-day-screen"; // what this tab's device shows, kept over a reload

export class Display {
  #size = null;
  #last = null;
  #ready = false;

  constructor(touch) {
    this.touch = touch;
    this.frame = $("screen");
    window.addEventListener("message", (event) => {
      if (this.frame && event.source === this.frame.contentWindow) this.#hear(event.data);
    });
    if (this.frame) afterLoad(() => { this.frame.src = "/screen"; }); // 5 MB: after everything else
    new ResizeObserver(() => this.#fit()).observe($("display"));
    this.clear();
  }

  /* Be another device: its kind, the size of its display or null, and whether it shows nothing yet. */
  become(kind, size, anew) {
    $("device").dataset.kind = kind;
    this.#size = size;
    if (size) $("device").style.setProperty("--ratio", size.width / size.height);
    else $("device").style.removeProperty("--ratio");
    this.#fit();
    this.clear();
    if (anew) return sessionStorage.removeItem(KEY);
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (kept?.kind === kind) this.show(kept.directive);
  }

  /* Draw a RenderDocument directive. */
  show(directive) {
    if (!this.#size) return;
    this.#last = directive;
    sessionStorage.setItem(KEY, JSON.stringify({ kind: $("device").dataset.kind, directive }));
    this.#card(directive.datasources.screen.properties);
    if (!this.frame) $("display").dataset.on = "";
    else if (this.#ready) this.#send();
  }

  clear() {
    this.#last = null;
    delete $("display").dataset.on;
    const idle = document.createElement("p");
    idle.className = "idle";
    idle.textContent = "“Alexa, open leg day”";
    $("plain").replaceChildren(idle);
    $("drawn").textContent = "";
  }

  #send() { this.frame.contentWindow.postMessage({ directive: this.#last, viewport: this.#size }, "*"); }

  #hear(said) {
    if (said.ready) { this.#ready = true; if (this.#last) this.#send(); }
    if (said.drawn !== undefined && this.#last) {
      $("display").dataset.on = "";
      $("drawn").textContent = `On the screen: ${said.drawn.split("\n").filter(Boolean).join(", ")}`;
    }
    if (said.touched?.[0] === "ask" && typeof said.touched[1] === "string") this.touch(said.touched[1]);
    if (said.fault) console.warn("The screen could not be drawn:", said.fault);
  }

  #fit() {
    if (!this.frame || !this.#size) return;
    const { width, height } = this.#size;
    Object.assign(this.frame.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${$("display").clientWidth / width})` });
  }

  /* The same words without the engine: what stands in for the screen, and what readers read. */
  #card(s) {
    const made = (tag, text, parent, name) => {
      const element = document.createElement(tag);
      element.textContent = text;
      if (name) element.className = name;
      parent.append(element);
      return element;
    };
    const card = $("plain");
    card.replaceChildren();
    if (s.columns) {
      made("span", s.headline, card, "headline");
      const row = made("div", "", card, "columns");
      for (const column of s.columns) {
        const cell = made("div", "", row);
        cell.toggleAttribute("data-picked", column.picked);
        made("strong", column.title, cell);
        made("span", column.note, cell, "headline");
      }
    } else {
      made("strong", s.key_fact ?? (s.number ? [s.before, s.number, s.unit].filter(Boolean).join(" ") : s.headline), card);
      if (s.key_fact || s.number) made("span", s.note ?? s.headline, card, "headline");
    }
    for (const { label, words, ask } of s.choices) {
      made("button", `${label} ${words}`.trim(), card).addEventListener("click", () => this.touch(ask));
    }
  }
}
