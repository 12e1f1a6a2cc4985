/* Members side by side, laid out of the list of decisions that the page holds: each bears a letter for each member. */
(function () {
  "use strict";

  var MOST = 5;

  function made(tag, words, name) {
    var element = document.createElement(tag);
    if (words) element.textContent = words;
    if (name) element.className = name;
    return element;
  }

  function head(words, scope) {
    var cell = made("th", words);
    cell.scope = scope;
    return cell;
  }

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  function signs() {
    var found = {};
    all("[data-sign]").forEach(function (one) {
      found[one.dataset.sign] = { look: one.dataset.look, word: one.dataset.word };
    });
    return found;
  }

  /* One drop-down list for each place, all of them like the first. */
  function placesOf(form) {
    var first = form.querySelector("[data-council-place]");
    var fields = [first];
    for (var number = 2; number <= MOST; number += 1) {
      var next = first.cloneNode(true);
      next.querySelector("span").textContent = first.dataset.councilPlace.replace("{n}", number);
      fields[fields.length - 1].after(next);
      fields.push(next);
    }
    return fields.map(function (field) { return field.querySelector("select"); });
  }

  function isSide(letter) {
    return letter === "y" || letter === "n";
  }

  /* agreed / shared, as the figures of a member's page are made. */
  function alike(rows, one, other) {
    var shared = rows.filter(function (row) { return isSide(row.dataset.v[one]) && isSide(row.dataset.v[other]); });
    var agreed = shared.filter(function (row) { return row.dataset.v[one] === row.dataset.v[other]; });
    return { shared: shared.length, agreed: agreed.length };
  }

  /* 100 is always and 0 never: nothing is rounded to either. */
  function percent(found) {
    var rounded = Math.round(100 * found.agreed / found.shared);
    return Math.max(Math.min(rounded, found.agreed === found.shared ? 100 : 99), found.agreed ? 1 : 0);
  }

  function differ(row, chosen) {
    var letters = chosen.map(function (one) { return row.dataset.v[one.place]; });
    return letters.indexOf("y") >= 0 && letters.indexOf("n") >= 0;
  }

  function concerns(row, chosen) {
    return chosen.some(function (one) { return "-.".indexOf(row.dataset.v[one.place]) < 0; });
  }

  function linkOf(member) {
    var link = made("a");
    link.href = member.href;
    link.appendChild(made("span", member.name));
    return link;
  }

  function pairsTable(words, form, rows, chosen) {
    var table = made("table", "", "c-table c-compare__pairs");
    table.appendChild(made("caption", words.pairs));
    var top = table.createTHead().insertRow();
    [words.pair, words.alike, words.share].forEach(function (text) { top.appendChild(head(text, "col")); });
    var body = table.createTBody();
    chosen.forEach(function (one, at) {
      chosen.slice(at + 1).forEach(function (other) {
        var found = alike(rows, one.place, other.place);
        var row = body.insertRow();
        row.appendChild(head(one.name + " ・ " + other.name, "row"));
        row.insertCell().textContent = form.dataset.of.replace("{part}", found.agreed).replace("{whole}", found.shared);
        var enough = found.shared >= Number(form.dataset.minimum);
        row.insertCell().textContent = enough ? percent(found) + "%" : form.dataset.few;
      });
    });
    return table;
  }

  function votesTable(words, known, rows, chosen) {
    var table = made("table", "", "c-matrix c-marks c-compare__votes");
    table.appendChild(made("caption", words.table));
    var top = table.createTHead().insertRow();
    var corner = head(words.matter, "col");
    corner.className = "c-matrix__corner";
    top.appendChild(corner);
    chosen.forEach(function (one) {
      var cell = head("", "col");
      cell.className = "c-matrix__name";
      cell.appendChild(linkOf(one));
      top.appendChild(cell);
    });
    var body = table.createTBody();
    rows.forEach(function (decision) {
      var row = body.insertRow();
      var matter = head("", "row");
      matter.appendChild(decision.querySelector("a").cloneNode(true));
      matter.appendChild(document.createTextNode(" "));
      matter.appendChild(decision.querySelector(".c-quiet").cloneNode(true));
      row.appendChild(matter);
      chosen.forEach(function (one) {
        var sign = known[decision.dataset.v[one.place]];
        var cell = row.insertCell();
        cell.className = "c-" + sign.look;
        cell.appendChild(made("b", sign.word));
      });
    });
    return table;
  }

  /* The names stay in sight while the decisions are scrolled. */
  function inRegion(table) {
    var region = made("div", "", "c-matrix-region");
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", table.caption.textContent);
    region.tabIndex = 0;
    region.appendChild(table);
    return region;
  }

  function setUp(form) {
    var place = document.querySelector("[data-council-compared]");
    var count = form.querySelector("[data-council-count]");
    var decisions = all("#compare-decisions > li");
    var links = all("#compare-members a");
    var known = signs();
    var fields = placesOf(form);
    var names = Array.prototype.map.call(fields[0].querySelectorAll("option[value]:not([value=''])"), function (option) {
      return option.value;
    });

    function chosen() {
      var ids = fields.map(function (field) { return field.value; });
      return ids.filter(function (id, at) { return id && ids.indexOf(id) === at; }).map(function (id) {
        var at = names.indexOf(id);
        return { id: id, place: at, name: links[at].textContent, href: links[at].getAttribute("href") };
      });
    }

    function asked(name) {
      var field = form.elements[name];
      return field ? (field.type === "checkbox" ? field.checked : field.value) : "";
    }

    function apply() {
      var members = chosen();
      place.textContent = "";
      if (members.length < 2) {
        count.textContent = count.dataset.choose;
        return;
      }
      var counted = decisions.filter(function (row) {
        return (asked("all") || row.dataset.divided) && (!asked("year") || row.dataset.year === asked("year")) && concerns(row, members);
      });
      var rows = asked("differ") ? counted.filter(function (row) { return differ(row, members); }) : counted;
      count.textContent = rows.length ? form.dataset.shown.replace("{n}", rows.length).replace("{total}", counted.length) : count.dataset.none;
      place.appendChild(pairsTable(place.dataset, form, counted, members));
      if (rows.length) place.appendChild(inRegion(votesTable(place.dataset, known, rows, members)));
    }

    function remember() {
      var state = new URLSearchParams();
      chosen().forEach(function (one) { state.append("m", one.id); });
      ["year", "differ", "all"].forEach(function (name) {
        var value = asked(name);
        if (value) state.set(name, value === true ? "1" : value);
      });
      window.councilState.write(state);
    }

    function recall() {
      var state = window.councilState.read();
      var ids = state.getAll("m").filter(function (id) { return names.indexOf(id) >= 0; });
      fields.forEach(function (field, at) { field.value = ids[at] || ""; });
      ["differ", "all"].forEach(function (name) { form.elements[name].checked = state.get(name) === "1"; });
      if (form.elements.year) {
        form.elements.year.value = state.get("year") || "";
        if (form.elements.year.selectedIndex < 0) form.elements.year.value = "";
      }
    }

    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () { apply(); remember(); });
    form.hidden = false;
    recall();
    apply();
  }

  /* This file comes before the one that knows how to keep a state in the address. */
  document.addEventListener("DOMContentLoaded", function () {
    all("form[data-council-compare]").forEach(setUp);
  });
})();
