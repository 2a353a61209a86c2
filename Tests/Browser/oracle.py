"""What the interactive page must show, found out again by the plainest means from the same data."""
import base64
import hashlib
import html.parser
import json
import urllib.parse


class Document(html.parser.HTMLParser):
    """A page as a standard parser sees it: elements, the texts of script and style, the policy."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.texts, self.policy, self.handlers, self.current = [], [], "", [], None
        self.feed(text)
        self.close()
        self.data = json.loads(next(t for tag, kind, t in self.texts if kind == "application/json"))

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)
        self.handlers += [name for name, _ in attributes if name.startswith("on") or name == "style"]
        named = dict(attributes)
        if named.get("http-equiv") == "Content-Security-Policy":
            self.policy = named["content"]
        if tag in ("script", "style"):
            self.current = (tag, named.get("type"), [])

    def handle_data(self, data):
        if self.current:
            self.current[2].append(data)

    def handle_endtag(self, tag):
        if self.current and self.current[0] == tag:
            self.texts.append((tag, self.current[1], "".join(self.current[2])))
            self.current = None

    def hashes(self):
        """Each script and style that runs, as a policy names it."""
        def digest(text):
            return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
        return [digest(text) for _, kind, text in self.texts if kind != "application/json"]


class Chart:
    """The data with its defaults, and what filters and questions make of it."""

    def __init__(self, data):
        self.nodes, self.data = data["nodes"], data
        self.links = [{"isEstablished": True, "isDirected": True, **link} for link in data["links"]]
        self.degree = [0] * len(self.nodes)
        for link in self.links:
            self.degree[link["from"]] += 1
            if link["to"] != link["from"]:
                self.degree[link["to"]] += 1

    def shown(self, hidden=None, confidence=0, unrated=True, time=None, undated=True):
        """The nodes and links that pass. `hidden`: sets of positions by list; `time`: first and last day."""
        hidden = {"kinds": set(), "relations": set(), "claimants": set(), "modalities": set(), **(hidden or {})}

        def passes(claim, link):
            date = link.get("date", {})
            rating = claim.get("confidence")
            is_dated = "start" in date or "end" in date
            if claim["claimant"] in hidden["claimants"] or claim["modality"] in hidden["modalities"]:
                return False
            if not (unrated if rating is None else rating >= confidence):
                return False
            if not is_dated:
                return undated
            return time is None or date.get("start", -1e9) <= time[1] and date.get("end", 1e9) >= time[0]

        is_judging = hidden["claimants"] or hidden["modalities"] or confidence or not unrated or time or not undated
        passing = [
            link["relation"] not in hidden["relations"]
            and (any(passes(claim, link) for claim in link["claims"]) or not link["claims"] and not is_judging)
            for link in self.links]
        linked = {end for link, ok in zip(self.links, passing) if ok for end in (link["from"], link["to"])}
        nodes = {i for i, node in enumerate(self.nodes)
                 if node["kind"] not in hidden["kinds"] and (i in linked or self.degree[i] == 0)}
        links = {i for i, link in enumerate(self.links)
                 if passing[i] and link["from"] in nodes and link["to"] in nodes}
        return nodes, links

    def around(self, start, hops, links):
        """Nodes at most so many links away and the links on the way."""
        nodes, rim, used = {start}, {start}, set()
        for _ in range(hops):
            touching = {i for i in links if self.links[i]["from"] in rim or self.links[i]["to"] in rim}
            used |= touching
            rim = {end for i in touching for end in (self.links[i]["from"], self.links[i]["to"])} - nodes
            nodes |= rim
        return nodes, used

    def distance(self, start, end, links, is_directed=False, is_wide=False):
        """The number of links of the shortest path and of the ways to go it, by relaxation; None if there is none."""
        arcs = set()
        for i in links:
            link = self.links[i]
            if not is_wide and (not link["isEstablished"] or self.data["relations"][link["relation"]].get("isSummary")):
                continue
            arcs.add((link["from"], link["to"]))
            if not is_directed or not link["isDirected"]:
                arcs.add((link["to"], link["from"]))
        ways, seen, length = {start: 1}, {start}, 0
        while ways:
            if end in ways:
                return length, ways[end]
            following = {}
            for a, b in arcs:
                if a in ways and b not in seen:
                    following[b] = following.get(b, 0) + ways[a]
            seen |= set(following)
            ways, length = following, length + 1
        return None


def pack(name):
    """A name as the page's address writes it."""
    return urllib.parse.quote(name, safe="-_").replace("~", "%7e")
