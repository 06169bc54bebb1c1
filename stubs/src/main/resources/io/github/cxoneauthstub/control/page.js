"use strict";

// The live page: asks the control API while somebody looks, and moves the clock.
(() => {
  const EVERY = 1500;
  const PATIENCE = 5000;
  const { Filter, counted, element, item, readable, scopes } = Exchanges;
  const find = id => document.getElementById(id);
  const list = find("list");
  const filter = new Filter(find("client"), find("outcome"), showFiltered);
  const known = new Map();
  let clientIds = [];
  let lastNow = "";
  let timer = 0;

  async function ask(path, body) {
    const how = { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
    const answer = await fetch(path, body ? { ...how, method: "POST", body: JSON.stringify(body) } : how);
    if (!answer.ok) {
      throw new Error(path + " was answered with " + answer.status);
    }
    return answer.json();
  }

  async function refresh() {
    clearTimeout(timer);
    try {
      const [clock, clients, journal] = await Promise.all(["clock", "clients", "exchanges"].map(path => ask(path)));
      trouble("");
      showClock(clock.now);
      showClients(clients.clients, clock.now);
      showExchanges(journal.exchanges);
    } catch (failure) {
      gone(failure);
    }
    clearTimeout(timer);
    if (!document.hidden) {
      timer = setTimeout(refresh, EVERY);
    }
  }

  function gone(failure) {
    const said = failure instanceof Error && failure.message.includes(" was answered with ") ? failure.message : "";
    trouble("The server does not answer" + (said ? ": " + said : "") + ". What is shown is the last that it said; "
      + "this page goes on by itself when the server is back.");
  }

  // Said once, not at every attempt.
  function trouble(text) {
    const place = find("trouble");
    if (place.textContent !== text) {
      place.textContent = text;
      place.hidden = text === "";
    }
  }

  function showClock(now) {
    const place = find("now");
    place.textContent = readable(now.replace(/\.\d+/, ""));
    place.dateTime = now;
    const state = [drift(Date.parse(now) - Date.now()), now === lastNow ? "frozen" : ""];
    find("drift").textContent = state.filter(Boolean).join(", ");
    lastNow = now;
  }

  function drift(milliseconds) {
    const seconds = Math.round(Math.abs(milliseconds) / 1000);
    if (seconds < 5) {
      return "as this machine";
    }
    const parts = [[86400, "d"], [3600, "h"], [60, "min"], [1, "s"]]
      .map(([size, unit], i, all) => [Math.floor((i ? seconds % all[i - 1][0] : seconds) / size), unit])
      .filter(([number]) => number > 0)
      .slice(0, 2)
      .map(part => part.join(" "));
    return parts.join(" ") + (milliseconds > 0 ? " ahead of this machine" : " behind this machine");
  }

  async function advance(button) {
    find("moved").textContent = "";
    try {
      const clock = await ask("clock", { advance: button.dataset.advance });
      lastNow = "";
      showClock(clock.now);
      find("moved").textContent = "Advanced by " + button.dataset.words + ".";
    } catch (failure) {
      gone(failure);
    }
    refresh();
  }

  function showClients(clients, now) {
    const body = find("clients");
    const text = JSON.stringify(clients.map(client => [client, state(client, now)]));
    if (body.dataset.shown === text) {
      return;
    }
    body.dataset.shown = text;
    body.replaceChildren(...clients.map(client => row(client, now)));
    find("no-client").hidden = clients.length > 0;
    clientIds = clients.map(client => client.id);
  }

  function state(client, now) {
    if (!client.enabled) {
      return "disabled";
    }
    return client.secretExpires && Date.parse(client.secretExpires) <= Date.parse(now) ? "secret expired" : "enabled";
  }

  function row(client, now) {
    const made = element("tr");
    const id = element("th", "", client.id);
    id.scope = "row";
    const said = state(client, now);
    const shown = element("td");
    shown.append(element("span", said === "enabled" ? "badge" : "badge bad", said));
    if (client.secretExpires) {
      shown.append(" until " + readable(client.secretExpires));
    }
    made.append(
      id,
      shown,
      element("td", "scopes", scopes(client.scopes).replace(/^scopes? /, "")),
      element("td", "", client.grants.join(" ") || "none"),
      element("td", "", client.authMethod === "either" ? "header or body" : client.authMethod),
    );
    return made;
  }

  // Newest first. What has not changed stays as it is, with the focus and the selection in it.
  function showExchanges(exchanges) {
    const numbers = new Set(exchanges.map(exchange => exchange.number));
    for (const [number, shown] of known) {
      if (!numbers.has(number)) {
        shown.item.remove();
        known.delete(number);
      }
    }
    for (const exchange of exchanges) {
      const text = JSON.stringify(exchange);
      const shown = known.get(exchange.number);
      if (shown === undefined || shown.text !== text) {
        const made = item(exchange);
        if (shown === undefined) {
          list.prepend(made);
        } else {
          shown.item.replaceWith(made);
        }
        known.set(exchange.number, { text, exchange, item: made });
      }
    }
    const asked = exchanges.map(exchange => exchange.clientId).filter(id => id !== null);
    filter.offer([...clientIds, ...asked]);
    showFiltered();
  }

  function showFiltered() {
    let taken = 0;
    let refused = 0;
    for (const shown of known.values()) {
      const takes = filter.takes(shown.exchange);
      shown.item.hidden = !takes;
      taken += takes;
      refused += shown.exchange.outcome === "rejected";
    }
    say(find("count"), counted(known.size, "exchange") + ", " + refused + " refused"
      + (filter.isOn ? ", " + taken + " shown" : ""));
    find("nothing").hidden = taken > 0;
    say(find("nothing"), known.size > 0 ? "No exchange is as the filter says." : "No request has arrived yet.");
  }

  // An announcement is one of something new.
  function say(place, text) {
    if (place.textContent !== text) {
      place.textContent = text;
    }
  }

  find("address").textContent = location.origin;
  document.querySelectorAll("button[data-advance]").forEach(button =>
    button.addEventListener("click", () => advance(button)));
  document.addEventListener("visibilitychange", () => document.hidden ? clearTimeout(timer) : refresh());
  refresh();
})();
