"use strict";

// Shows exchanges. Whatever came with a request is set as text, never as markup.
const Exchanges = (() => {
  const OUTCOMES = {
    issued: "token issued",
    admitted: "admitted",
    served: "served",
    rejected: "refused",
    disrupted: "disrupted",
  };
  const FILTERS = [
    ["", "all"],
    ["rejected", "refused"],
    ["findings", "with findings"],
    ["issued", "token issued"],
    ["admitted", "admitted"],
    ["served", "served"],
    ["disrupted", "disrupted"],
  ];
  const NOBODY = "nobody";

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function time(instant) {
    const made = element("time", "", readable(instant));
    made.dateTime = instant;
    return made;
  }

  function readable(instant) {
    return instant.replace("T", " ").replace(/(\.\d{3})\d*/, "$1").replace("Z", " UTC");
  }

  function entry(list, name, value, className) {
    if (value) {
      list.append(element("dt", "", name), element("dd", className, value));
    }
  }

  function request(exchange) {
    return exchange.method ? exchange.method + " " + exchange.path : "(unreadable)";
  }

  function heading(exchange) {
    const line = element("h3");
    line.append(
      element("span", "number", "#" + exchange.number),
      element("span", "request", request(exchange)),
      element("span", "status", exchange.status === null ? "no answer" : String(exchange.status)),
      element("span", "error", exchange.error || ""),
      element("span", "badge", OUTCOMES[exchange.outcome]),
    );
    return line;
  }

  function facts(exchange) {
    const line = element("p", "facts");
    line.append(time(exchange.at));
    const parts = [
      exchange.profile,
      exchange.clientId === null ? "" : "client " + exchange.clientId,
      exchange.scopes === null ? "" : scopes(exchange.scopes),
      exchange.note,
    ];
    parts.filter(Boolean).forEach(part => line.append(element("span", "", part)));
    return line;
  }

  function scopes(names) {
    if (names.length === 0) {
      return "no scope";
    }
    return names.length === 1 && names[0] === "*" ? "every scope" : (names.length === 1 ? "scope " : "scopes ") + names.join(" ");
  }

  function explanation(exchange) {
    const why = element("dl", "why");
    entry(why, "rule", exchange.rule + ": " + exchange.demand);
    entry(why, "reason", exchange.reason, "request");
    entry(why, "seen", exchange.seen);
    entry(why, "advice", exchange.advice, "advice");
    entry(why, "evidence", exchange.evidence, "evidence");
    return why;
  }

  // What the rule has advised already is not said again.
  function finding(found, advised) {
    const part = element("section", "finding");
    const why = element("dl", "why");
    entry(why, "seen", found.seen);
    entry(why, "advice", found.advice === advised ? "" : found.advice, "advice");
    for (const [library, line] of Object.entries(found.code)) {
      why.append(element("dt", "code", library));
      const value = element("dd");
      value.append(element("code", "line", line));
      why.append(value);
    }
    entry(why, "evidence", found.evidence, "evidence");
    part.append(element("h4", "", "finding: " + found.name), why);
    return part;
  }

  function item(exchange) {
    const made = element("li", "exchange " + exchange.outcome);
    made.append(heading(exchange), facts(exchange));
    if (exchange.rule) {
      made.append(explanation(exchange));
    }
    exchange.findings.forEach(found => made.append(finding(found, exchange.advice)));
    if (exchange.curl) {
      const again = element("details", "again");
      again.append(element("summary", "", "send it again"), element("code", "line", exchange.curl));
      made.append(again);
    }
    return made;
  }

  function options(select, values) {
    const chosen = select.value;
    select.replaceChildren(...values.map(([value, text]) => {
      const option = element("option", "", text);
      option.value = value;
      return option;
    }));
    select.value = values.some(([value]) => value === chosen) ? chosen : "";
  }

  // The two choices above a list; an id is told from the choices that are none by what it begins with.
  class Filter {
    #client;
    #outcome;
    #ids = "[]";

    constructor(client, outcome, changed) {
      this.#client = client;
      this.#outcome = outcome;
      options(outcome, FILTERS);
      this.offer([]);
      client.addEventListener("change", changed);
      outcome.addEventListener("change", changed);
    }

    offer(clientIds) {
      const ids = [...new Set(clientIds)].sort();
      if (this.#client.options.length === 0 || JSON.stringify(ids) !== this.#ids) {
        this.#ids = JSON.stringify(ids);
        options(this.#client, [["", "all"], [NOBODY, "no known client"], ...ids.map(id => ["=" + id, id])]);
      }
    }

    get isOn() {
      return this.#client.value !== "" || this.#outcome.value !== "";
    }

    takes(exchange) {
      return this.#takesClient(exchange.clientId) && this.#takesOutcome(exchange);
    }

    #takesClient(id) {
      const chosen = this.#client.value;
      return chosen === "" || (chosen === NOBODY ? id === null : "=" + id === chosen);
    }

    #takesOutcome(exchange) {
      const chosen = this.#outcome.value;
      return chosen === "" || (chosen === "findings" ? exchange.findings.length > 0 : exchange.outcome === chosen);
    }
  }

  function counted(number, noun) {
    return number + " " + noun + (number === 1 ? "" : "s");
  }

  return { Filter, counted, element, item, readable, scopes };
})();
