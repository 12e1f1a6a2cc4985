/* Starts what needs modules and so a web server: the search page, and the marks on the words that a hit was found by. */
(function () {
  "use strict";

  var bundle = document.currentScript ? document.currentScript.src : document.baseURI;

  function load(name, failed, loaded) {
    var script = document.createElement("script");
    script.type = "module";
    script.src = new URL("search/" + name, bundle).href; /* a build puts the folder of its modules here */
    script.addEventListener("error", failed);
    script.addEventListener("load", loaded);
    document.head.appendChild(script);
  }

  function nothing() {}

  function startSearch(page) {
    var words = JSON.parse(page.dataset.councilSearch).words;
    function tell(name) {
      var text = document.createElement("p");
      text.className = "c-notice c-notice--differs";
      text.textContent = words[name];
      document.getElementById("search-trouble").replaceChildren(text);
    }
    if (!/^http/.test(location.protocol)) {
      tell("folder");
      document.getElementById("search-form").addEventListener("submit", function (event) { event.preventDefault(); });
      return;
    }
    /* A module that is damaged, or of another build where somebody keeps them apart, loads and yet does not start. */
    load("page.mjs", function () {
      tell(navigator.onLine === false ? "offline" : "missing");
    }, function () {
      if (!page.hasAttribute("data-started")) tell("failed");
    });
  }

  function arrive() {
    var article = document.querySelector("article[data-kind]");
    if (!article || !/^(meeting|bill|vote|material)$/.test(article.dataset.kind)) return;
    if (/^http/.test(location.protocol) && new URLSearchParams(location.search).get("q")) load("arrival.mjs", nothing, nothing);
  }

  var page = document.querySelector("[data-council-search]");
  if (page) startSearch(page);
  else arrive();
})();
