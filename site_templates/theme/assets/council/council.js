/* Filters, sorting, and what is today: small helps on pages that are complete without them.
   A classic deferred script, so that it works on pages opened from a folder as well. */
(function () {
  "use strict";

  /* ---------- State in the address ---------- */

  /* Behind "?" where the browser lets a page rewrite it, behind "#?" on pages opened from a folder. */
  function readState() {
    var fragment = location.hash.slice(0, 2) === "#?" ? location.hash.slice(2) : "";
    return new URLSearchParams(fragment || location.search);
  }

  function writeState(state) {
    var text = state.toString();
    var anchor = location.hash.slice(0, 2) === "#?" ? "" : location.hash;
    try {
      history.replaceState(history.state, "", location.pathname + (text ? "?" + text : "") + anchor);
    } catch (refused) {
      location.replace("#?" + text);
    }
  }

  window.councilState = { read: readState, write: writeState };

  /* ---------- Filters ---------- */

  /* Widths and kana are folded, so that ２ finds 2 and ｶﾅ finds カナ. */
  function folded(text) {
    return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  }

  function rowsOf(list) {
    return Array.prototype.slice.call(
      list.querySelectorAll("tbody > tr, li.c-row, li.c-member, li.c-paper, li.c-fold-row, li.c-recordings")
    );
  }

  function matches(row, wanted) {
    return Object.keys(wanted).every(function (name) {
      if (name === "q") {
        row.councilText = row.councilText || folded(row.textContent);
        return row.councilText.indexOf(folded(wanted.q)) >= 0;
      }
      return ("|" + row.dataset[name] + "|").indexOf("|" + wanted[name] + "|") >= 0;
    });
  }

  function show(element, shown) {
    element.toggleAttribute("data-filtered-out", !shown);
  }

  /* What a filter finds is in sight; without one a fold is as the reader left it. */
  function unfoldFor(fold, found) {
    if (found && !fold.open) {
      fold.open = true;
      fold.dataset.found = "";
    } else if (!found && fold.dataset.found === "") {
      fold.open = false;
      delete fold.dataset.found;
    }
  }

  function filterList(list, wanted) {
    var rows = rowsOf(list);
    var left = rows.filter(function (row) {
      var kept = matches(row, wanted);
      show(row, kept);
      return kept;
    }).length;
    var narrowed = left < rows.length;
    list.querySelectorAll("[data-council-section]").forEach(function (section) {
      var holds = section.querySelector("li:not([data-filtered-out])") !== null;
      show(section, holds);
      if (section.tagName === "DETAILS") unfoldFor(section, narrowed && holds);
    });
    return { left: left, total: rows.length };
  }

  /* Rows in the order of a number that each of them bears, the smallest first, those without one last; or as written. */
  function arrange(list, name) {
    var rows = rowsOf(list);
    rows.forEach(function (row, place) {
      if (row.councilPlace === undefined) row.councilPlace = place;
    });
    rows.sort(function (one, other) {
      var apart = name ? numberOf(one, name) - numberOf(other, name) : 0;
      return apart || one.councilPlace - other.councilPlace;
    });
    rows.forEach(function (row) { row.parentNode.appendChild(row); });
  }

  function numberOf(row, name) {
    return row.dataset[name] === undefined ? Number.MAX_SAFE_INTEGER : Number(row.dataset[name]);
  }

  function fieldsOf(form) {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name;
    });
  }

  function wantedBy(form) {
    var wanted = {};
    fieldsOf(form).forEach(function (field) {
      var value = field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim();
      if (value) wanted[field.name] = value;
    });
    return wanted;
  }

  function setUpFilter(form) {
    var lists = form.dataset.councilFilter.split(" ").map(function (id) {
      return document.getElementById(id);
    }).filter(Boolean);
    if (!lists.length) return;
    var count = form.querySelector("[data-council-count]");
    var order = form.querySelector("[data-council-order]");

    function apply() {
      var wanted = wantedBy(form);
      if (order) {
        delete wanted[order.name];
        lists.forEach(function (list) { if ((list.councilOrder || "") !== order.value) arrange(list, order.value); });
        lists.forEach(function (list) { list.councilOrder = order.value; });
      }
      var counts = lists.map(function (list) { return filterList(list, wanted); });
      count.textContent = count.dataset.words.replace("{n}", counts[0].left).replace("{total}", counts[0].total);
    }

    function remember() {
      var state = readState();
      var wanted = wantedBy(form);
      fieldsOf(form).forEach(function (field) {
        if (wanted[field.name]) state.set(field.name, wanted[field.name]);
        else state.delete(field.name);
      });
      writeState(state);
    }

    function recall() {
      var state = readState();
      fieldsOf(form).forEach(function (field) {
        var value = state.get(field.name) || "";
        if (field.type === "checkbox") field.checked = value === field.value;
        else field.value = value;
        if (field.value !== value && field.tagName === "SELECT") field.value = "";
      });
    }

    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () { apply(); remember(); });
    form.addEventListener("reset", function () { setTimeout(function () { apply(); remember(); }); });
    form.hidden = false;
    recall();
    apply();
  }

  /* ---------- Sorting ---------- */

  function cellValue(row, column) {
    var cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
  }

  function sortBy(table, column, ascending) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    rows.sort(function (one, other) {
      var a = cellValue(one, column);
      var b = cellValue(other, column);
      var order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), document.documentElement.lang);
      return ascending ? order : -order;
    });
    rows.forEach(function (row) { body.appendChild(row); });
  }

  function setUpSorting(table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "c-sort";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var ascending = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        sortBy(table, column, ascending);
      });
    });
  }

  /* ---------- Today, now, next ---------- */

  /* The council's wall clock: its day and its time, whatever zone the reader is in. */
  function clockIn(timezone) {
    var parts = {};
    new Intl.DateTimeFormat("en-CA", {
      timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23"
    }).formatToParts(new Date()).forEach(function (part) { parts[part.type] = part.value; });
    return { day: parts.year + "-" + parts.month + "-" + parts.day, time: parts.hour + ":" + parts.minute };
  }

  function stateOf(sitting, clock) {
    var day = sitting.dataset.date;
    if (!day || day < clock.day) return "past";
    if (day > clock.day) return "ahead";
    if (sitting.dataset.end && sitting.dataset.end <= clock.time) return "past";
    return sitting.dataset.start && sitting.dataset.start <= clock.time ? "now" : "today";
  }

  function mark(sitting, word) {
    var badge = sitting.querySelector('[data-when="' + word + '"]');
    if (badge) badge.hidden = false;
    sitting.classList.add("is-near");
  }

  /* The packet of today's sitting, one large button. */
  function offerToday(calendar, sitting) {
    var place = calendar.querySelector("[data-council-today]");
    var link = sitting.querySelector("a[data-today]");
    if (!place || !link) return;
    var button = document.createElement("a");
    button.href = link.getAttribute("href");
    button.className = "c-button c-button--strong c-button--today";
    button.textContent = place.dataset.councilToday.replace("{body}", link.dataset.today);
    place.append(button, " ");
    place.hidden = false;
  }

  function setUpCalendar(calendar) {
    var clock = clockIn(calendar.dataset.timezone || undefined);
    var next = "";
    var near = 0;
    var sittings = Array.prototype.slice.call(calendar.querySelectorAll("[data-date]"));
    sittings.forEach(function (sitting) {
      var state = stateOf(sitting, clock);
      sitting.classList.toggle("is-past", state === "past");
      if (state === "ahead" && (!next || sitting.dataset.date < next)) next = sitting.dataset.date;
      if (state === "now" || state === "today") {
        mark(sitting, state);
        offerToday(calendar, sitting);
      }
      if (state !== "past") near += 1;
    });
    sittings.forEach(function (sitting) {
      if (next && sitting.dataset.date === next) mark(sitting, "next");
    });
    if (calendar.hasAttribute("data-council-next")) onlyAhead(calendar, sittings, near);
  }

  /* On the first page only what is still to come stays; the whole calendar is one link away. */
  function onlyAhead(calendar, sittings, near) {
    sittings.forEach(function (sitting) {
      sitting.hidden = sitting.classList.contains("is-past");
    });
    calendar.querySelector("[data-council-none]").hidden = near > 0;
  }

  /* ---------- A link into a folded place opens it ---------- */

  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && id[0] !== "?" && document.getElementById(id);
    for (var element = target; element; element = element.parentElement) {
      if (element.tagName === "DETAILS") element.open = true;
    }
  }

  /* ---------- Paper shows what is folded ---------- */

  function unfold() {
    document.querySelectorAll("article details:not([open])").forEach(function (details) {
      details.open = true;
      details.dataset.unfolded = "";
    });
  }

  function foldAgain() {
    document.querySelectorAll("article details[data-unfolded]").forEach(function (details) {
      details.open = false;
      delete details.dataset.unfolded;
    });
  }

  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", foldAgain);
  document.querySelectorAll("form[data-council-filter]").forEach(setUpFilter);
  document.querySelectorAll("table[data-council-sort]").forEach(setUpSorting);
  document.querySelectorAll("[data-council-calendar]").forEach(setUpCalendar);
  window.addEventListener("hashchange", openTarget);
  openTarget();
})();
