/* The bar of `council serve` below every page: what the last build found, and the page loaded again when it is another. */
(function () {
  "use strict";
  var tag = document.currentScript;
  var watch = tag.getAttribute("data-watch");
  var seen = tag.getAttribute("data-seen");
  var bar = document.createElement("aside");
  var words = document.createElement("p");
  var link = document.createElement("a");
  var stopped = "";

  function put(node, text) {
    if (node.textContent !== text) { node.textContent = text; }  // said once, not at every look
  }

  function show(tone, text, way) {
    bar.setAttribute("data-tone", tone);
    put(words, text);
    link.hidden = !way;
    if (way) {
      link.href = way.href;
      put(link, way.text);
    }
    bar.hidden = false;
  }

  function take(state) {
    if (state[watch] !== seen) {
      location.reload();
      return;
    }
    bar.lang = state.language;
    stopped = state.stopped;
    show(state.tone, state.text, state.links[watch]);
    setTimeout(ask, 1000);
  }

  function miss() {
    if (stopped) { show("stopped", stopped, null); }
    setTimeout(ask, 3000);
  }

  function ask() {
    fetch("/_council/state.json", { cache: "no-store" }).then(function (answer) { return answer.json(); }).then(take, miss);
  }

  bar.className = "council-bar";
  bar.setAttribute("aria-label", "council serve");
  words.setAttribute("role", "status");
  words.setAttribute("aria-live", "polite");
  bar.hidden = true;
  bar.appendChild(words);
  bar.appendChild(link);
  document.body.appendChild(bar);
  ask();
}());
