"use strict";

// The page of a test run, from the data that is in it.
(() => {
  const { Filter, counted, element, item, readable } = Exchanges;
  const BADGES = { passed: "badge", failed: "badge bad", aborted: "badge odd" };
  const find = id => document.getElementById(id);
  const run = JSON.parse(find("run").textContent);
  const exchanges = run.tests.flatMap(test => [...test.first, ...test.last]);
  const filter = new Filter(find("client"), find("outcome"), showFiltered);

  // The exchanges of a test are drawn when somebody opens it.
  const sections = run.tests.map(test => {
    const made = element("details", "test");
    made.addEventListener("toggle", () => draw({ test, made }));
    made.append(title(test));
    made.open = test.outcome === "failed";
    return { test, made };
  });

  function title(test) {
    const all = [...test.first, ...test.last];
    const refused = all.filter(exchange => exchange.outcome === "rejected").length;
    const line = element("summary");
    line.append(
      element("h2", "", test.class + (test.name ? ": " + test.name : "")),
      element("span", BADGES[test.outcome], test.outcome),
      element("span", "muted", counted(all.length + test.leftOut, "exchange") + (refused ? ", " + refused + " refused" : "")),
    );
    return line;
  }

  function draw({ test, made }) {
    made.querySelectorAll(":scope > :not(summary)").forEach(old => old.remove());
    if (!made.open) {
      return;
    }
    const list = element("ol", "exchanges");
    list.append(...test.first.filter(each => filter.takes(each)).map(item));
    if (test.leftOut && !filter.isOn) {
      list.append(element("li", "gap", "... " + test.leftOut + " more ..."));
    }
    list.append(...test.last.filter(each => filter.takes(each)).map(item));
    made.append(list.childElementCount ? list : element("p", "nothing", "No request arrived."));
  }

  function showFiltered() {
    let taken = 0;
    for (const section of sections) {
      const { test, made } = section;
      const takes = !filter.isOn || [...test.first, ...test.last].some(each => filter.takes(each));
      made.hidden = !takes;
      taken += takes;
      draw(section);
    }
    find("nothing").hidden = taken > 0;
    find("count").textContent = filter.isOn ? counted(taken, "test") + " shown" : "";
  }

  const outcomes = Object.keys(BADGES)
    .map(outcome => [run.tests.filter(test => test.outcome === outcome && test.name).length, outcome])
    .filter(([number]) => number > 0)
    .map(part => part.join(" "));
  const leftOut = run.leftOut
    ? counted(run.leftOut, "earlier test") + " with " + counted(run.exchangesLeftOut, "exchange") + " left out"
    : "";
  find("summary").textContent = [readable(run.at), ...outcomes, leftOut].filter(Boolean).join(", ");
  find("tests").append(...sections.map(({ made }) => made));
  filter.offer(exchanges.map(exchange => exchange.clientId).filter(id => id !== null));
  showFiltered();
})();
