// What the page does after an input: bytes, changes of the DOM and drawings, by view.
// A drawing counts once the graphics driver has finished it, a change once its frame is out.

(() => {
  const VIEWS = ["map", "timeline", "lanes", "places", "read", "head_brush", "words"];
  // Of the map its marks, as its buttons stand there before anything of it is drawn.
  const DRAWN = ["marks", "timeline", "read", "head_brush"];
  const VIEW = VIEWS.map((name) => `.st-key-${name}`).join(",");
  const now = () => performance.now();
  const seen = { input: 0, sent: 0, got: 0, bytes: 0, began: 0, painted: {}, waiting: 0 };

  const viewOf = (node) => {
    for (let at = node; at; at = at.getRootNode?.().host) {
      const inside = (at.nodeType === 1 ? at : at.parentElement)?.closest?.(VIEW);
      if (inside) return nameOf(inside);
      if (at.getRootNode?.() === document) return null;
    }
    return null;
  };

  const channel = (act) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(0);
  };

  const afterFrame = (act) => {
    seen.waiting += 1;
    requestAnimationFrame(() => channel(() => { act(); seen.waiting -= 1; }));
  };

  const mark = (view) => { seen.painted[view] = Math.max(seen.painted[view] ?? 0, now()); };

  const nameOf = (node) => VIEWS.find((name) => node.classList.contains(`st-key-${name}`));
  const within = (node) => node.nodeType === 1 ? [...node.querySelectorAll(VIEW)].map(nameOf) : [];
  const changed = ({ target, addedNodes }) =>
    [viewOf(target), ...[...addedNodes].flatMap((node) => [viewOf(node), ...within(node)])];

  const watch = (root) => new MutationObserver((changes) => {
    const views = new Set(changes.flatMap(changed).filter(Boolean));
    if (views.size) afterFrame(() => views.forEach(mark));
  }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ["d", "x", "width", "height", "points", "href", "xlink:href", "src", "aria-pressed", "kind"] });

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    return root;
  };
  watch(document);

  // To read a pixel would tell as much, but hold the page up until the driver is done.
  const finished = (gl, act) => {
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    const look = () => {
      if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return setTimeout(look, 1);
      gl.deleteSync(fence);
      return act();
    };
    setTimeout(look, 0);
  };

  const drawn = new Map();
  const drew = (gl) => {
    const canvas = gl.canvas;
    if (gl.benchTarget || !canvas?.isConnected || drawn.get(canvas)) return;
    drawn.set(canvas, true);
    const view = canvas.classList.contains("mapboxgl-canvas") ? "land" : viewOf(canvas);
    afterFrame(() => {
      drawn.delete(canvas);
      if (view !== "map") {
        if (view) mark(view);
        return;
      }
      seen.waiting += 1;
      finished(gl, () => {
        mark("map");
        mark("marks");
        seen.waiting -= 1;
      });
    });
  };
  for (const kind of [window.WebGLRenderingContext, window.WebGL2RenderingContext]) {
    if (!kind) continue;
    const bind = kind.prototype.bindFramebuffer;
    kind.prototype.bindFramebuffer = function (target, buffer) {
      this.benchTarget = buffer;
      return bind.call(this, target, buffer);
    };
    for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
      const draw = kind.prototype[name];
      if (!draw) continue;
      kind.prototype[name] = function (...given) {
        drew(this);
        return draw.apply(this, given);
      };
    }
  }
  const fill = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...given) {
    const view = this.canvas.isConnected && viewOf(this.canvas);
    if (view) afterFrame(() => mark(view));
    return fill.apply(this, given);
  };

  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        seen.bytes += data.byteLength ?? data.size ?? data.length;
        seen.got = now();
      });
    }
    send(data) {
      seen.sent = now();
      return super.send(data);
    }
  };

  for (const name of ["pointerup", "keydown"]) {
    window.addEventListener(name, (event) => { seen.input = event.timeStamp; }, true);
  }

  const isIdle = () => {
    const app = document.querySelector("[data-testid=stApp]");
    return app?.dataset.testScriptState === "notRunning" && !seen.waiting;
  };

  const isDrawn = () => DRAWN.every((view) => seen.painted[view]);

  const lastPaint = () => Math.max(0, ...Object.entries(seen.painted)
    .filter(([view]) => view !== "land").map(([, at]) => at));
  const last = () => Math.max(seen.got, lastPaint());

  const fetched = () => performance.getEntriesByType("resource")
    .filter((entry) => entry.startTime >= seen.began).reduce((sum, entry) => sum + entry.transferSize, 0);

  const told = (from) => ({
    // A message that paints nothing is no answer: the page asks now and then what is new.
    heard: seen.sent > from && lastPaint() > from,
    painted: lastPaint() - from,
    bytes: seen.bytes + fetched(),
    views: Object.fromEntries(Object.entries(seen.painted).map(([view, at]) => [view, at - from])),
  });

  window.bench = {
    begin: () => { Object.assign(seen, { bytes: 0, began: now(), input: 0, sent: 0, got: 0, painted: {} }); },
    // Resolves once nothing has moved for so long; `from` the input, or the page's beginning.
    settled: (quiet, patience, isLoad) => new Promise((resolve) => {
      const begun = now();
      const look = () => {
        const from = isLoad ? 0 : seen.input;
        const still = now() - Math.max(last(), from || begun) > quiet;
        const isHeard = isLoad ? isDrawn() : seen.sent > from && seen.got > seen.sent;
        if ((isIdle() && isHeard && still) || now() - begun > patience) resolve(told(from));
        else setTimeout(look, 25);
      };
      look();
    }),
    isDrawn,
    landQuiet: () => now() - (seen.painted.land ?? 0),
  };
})();
