// Search of names and aliases in any script: a text field with a list below it, used with the arrow keys.

const MOST_FOUND = 10;
let searchKeys = null;

function findNodes(query, limit = MOST_FOUND) {
  const key = searchKey(query);
  if (!key) return { found: [], total: 0 };
  searchKeys ??= graph.nodes.map(node => [node.name, ...node.aliases].map(name => searchKey(shorten(name, 2000))));
  const ranked = [];
  graph.nodes.forEach((node, i) => {
    let best = Infinity, matched = 0;
    searchKeys[i].forEach((name, nth) => {
      const at = name.indexOf(key);
      if (at < 0) return;
      // Whole name, beginning, beginning of a word, anywhere; a name before an alias.
      const rank = (name === key ? 0 : at === 0 ? 2 : /[\s\-("']/.test(name[at - 1]) ? 4 : 6) + (nth > 0 ? 1 : 0);
      if (rank < best) { best = rank; matched = nth; }
    });
    if (best < Infinity) ranked.push({ node, rank: best + (shown.node[i] ? 0 : 0.5), alias: matched > 0 ? node.aliases[matched - 1] : null });
  });
  ranked.sort((a, b) => a.rank - b.rank || b.node.importance - a.node.importance || a.node.index - b.node.index);
  return { found: ranked.slice(0, limit), total: ranked.length };
}

/** Makes a text field choose nodes: WAI-ARIA's combobox with a list. */
function nodeField(input, list, choose) {
  let options = [], active = -1;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const activate = index => {
    active = index;
    [...list.children].forEach((item, i) => { if (item.id) item.setAttribute("aria-selected", String(i === index)); });
    if (index < 0) { input.removeAttribute("aria-activedescendant"); return; }
    input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  };
  const take = node => { close(); choose(node); };
  const open = () => {
    const { found, total } = findNodes(input.value);
    options = found.map(item => item.node);
    list.replaceChildren(...found.map(({ node, alias }, i) => {
      const item = element("li", { role: "option", id: `${list.id}-${i}`, "aria-selected": "false" },
        kindSwatch(node.kind), element("span", { class: "found" }, nameElement(shorten(node.name, 120)),
          element("small", {}, alias ? nameElement(shorten(alias, 60), "bdi") : null, alias ? " · " : null,
            graph.kinds[node.kind].label + (shown.node[node.index] ? "" : ", hidden by a filter"))));
      // mousedown would take the focus from the field before the click arrives.
      item.addEventListener("pointerdown", event => event.preventDefault());
      item.addEventListener("click", () => take(node));
      return item;
    }));
    const isSearching = input.value.trim() !== "";
    if (isSearching && total > found.length) list.append(element("li", { class: "more", role: "presentation", text: `and ${(total - found.length).toLocaleString("en")} more` }));
    if (isSearching && !total) list.append(element("li", { class: "more", role: "presentation", text: "No name or alias contains this." }));
    list.hidden = !isSearching;
    input.setAttribute("aria-expanded", String(isSearching));
    activate(options.length && isSearching ? 0 : -1);
    if (isSearching) announce(total ? plural(total, "node") + " found." : "Nothing found.");
  };
  input.addEventListener("input", open);
  input.addEventListener("focus", () => { if (input.value.trim() && list.hidden && document.activeElement === input) input.select(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      if (list.hidden) open();
      else if (options.length) activate((active + move + options.length) % options.length);
    } else if (event.key === "Enter" && active >= 0) { event.preventDefault(); take(options[active]); }
    else if (event.key === "Escape") {
      if (!list.hidden) { close(); event.stopPropagation(); } else { input.value = ""; byId("map").focus(); }
      event.preventDefault();
    }
  });
}

function startSearch() {
  nodeField(byId("search"), byId("search-list"), node => {
    byId("search").value = node.name.slice(0, 200);
    if (!shown.node[node.index]) notice(`${shorten(node.name, 60)} is hidden by a filter.`);
    chooseNode(node.index);
    showNodes([node.index]);
    announce(nodeSummary(node));
  });
}
