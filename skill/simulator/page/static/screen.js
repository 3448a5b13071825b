/* The device's display: draws what the page sends with Amazon's engine, and reports touches.
   Runs in a sandboxed frame that can reach nothing but these messages. */
"use strict";
(() => {
  const view = document.getElementById("view");
  let renderer = null;
  let queue = Promise.resolve();

  const tell = (message) => window.parent.postMessage(message, "*");

  /* initEngine() settles only sometimes; the engine is ready as soon as its module has Metrics. */
  const ready = new Promise((resolve) => {
    window.AplRenderer?.initEngine().then(resolve);
    const poll = setInterval(() => {
      if (window.Module?.Metrics) { clearInterval(poll); resolve(); }
    }, 20);
  });

  function content({ document: shown, datasources }) {
    const made = AplRenderer.Content.create(JSON.stringify(shown));
    for (const name of shown.mainTemplate.parameters ?? []) made.addData(name, JSON.stringify(datasources));
    return made;
  }

  async function draw({ directive, viewport }) {
    await ready;
    renderer?.destroy();
    const scale = viewport.dpi / 160;
    view.replaceChildren();
    view.style.width = `${viewport.width}px`;
    view.style.height = `${viewport.height}px`;
    renderer = AplRenderer.default.create({
      content: content(directive),
      view,
      environment: { agentName: "Leg Day simulator", agentVersion: "1", allowOpenUrl: false, disallowVideo: true },
      viewport,
      theme: "dark",
      utcTime: Date.now(),
      localTimeAdjustment: -new Date().getTimezoneOffset() * 60_000,
      onSendEvent: (event) => tell({ touched: event.arguments }),
    });
    await renderer.init();
    tell({ drawn: view.innerText, scale });
  }

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent) return;
    queue = queue.then(() => draw(event.data)).catch((fault) => tell({ fault: String(fault) }));
  });
  ready.then(() => tell({ ready: true }));
})();
