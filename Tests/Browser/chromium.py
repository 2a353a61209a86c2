"""Drives headless Chromium over its debugging pipe with nothing but Python's standard library."""
import base64
import itertools
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

CTRL, SHIFT = 2, 8


def executable():
    """The browser's path, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


class Chromium:
    """One browser. Messages are JSON ended by a NUL byte: descriptor 3 to the browser, 4 from it."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="linkchart-browser-")
        to_read, self.out = os.pipe()
        self.inn, from_write = os.pipe()
        # The browser needs exactly 3 and 4, which may be in use here: a shell moves them after the fork.
        command = [
            "sh", "-c", f'exec 3<&{to_read} 4>&{from_write}; exec "$@"', "sh", executable(), "--headless=new",
            "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--no-first-run", "--disable-background-networking", "--force-color-profile=srgb",
            f"--user-data-dir={self.profile}",
        ]
        self.process = subprocess.Popen(
            command, pass_fds=(to_read, from_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.numbers, self.buffer, self.events = itertools.count(1), b"", []

    def receive(self, timeout):
        end = time.monotonic() + timeout
        while b"\0" not in self.buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.inn], [], [], left)[0]:
                raise TimeoutError("Chromium does not answer.")
            chunk = os.read(self.inn, 1 << 20)
            if not chunk:
                raise RuntimeError("Chromium ended.")
            self.buffer += chunk
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def send(self, method, params=None, session=None, timeout=120):
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        while True:
            answer = self.receive(timeout)
            if answer.get("id") != number:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']}")
            else:
                return answer["result"]

    def close(self):
        try:
            self.send("Browser.close", timeout=5)
        except Exception:  # It is to end whatever it says.
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)


class Page:
    """One tab, with the acts of a reader: click, key, wheel, touch."""

    def __init__(self, browser, width=1280, height=800, is_touch=False, scale=1, **media):
        self.browser = browser
        self.context = browser.send("Target.createBrowserContext")["browserContextId"]
        target = {"url": "about:blank", "browserContextId": self.context}
        self.target = browser.send("Target.createTarget", target)["targetId"]
        attach = {"targetId": self.target, "flatten": True}
        self.session = browser.send("Target.attachToTarget", attach)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Security", "Accessibility"):
            self.send(domain + ".enable")
        self.size(width, height, is_touch, scale)
        if is_touch:
            self.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 5})
        if media:
            self.media(**media)
        self.downloads = tempfile.mkdtemp(prefix="linkchart-download-")
        browser.send("Browser.setDownloadBehavior", {
            "behavior": "allow", "downloadPath": self.downloads, "browserContextId": self.context})

    def send(self, method, params=None, timeout=120):
        return self.browser.send(method, params, self.session, timeout)

    def size(self, width, height, is_touch=False, scale=1):
        self.send("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": is_touch})

    def media(self, kind="", **features):
        """A medium (print) and preferences such as prefers_color_scheme="dark"."""
        listed = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.send("Emulation.setEmulatedMedia", {"media": kind, "features": listed})

    def open(self, file, fragment=""):
        url = pathlib.Path(file).resolve().as_uri() + ("#" + fragment if fragment else "")
        self.send("Page.navigate", {"url": "about:blank"})
        self.send("Page.navigate", {"url": url})
        self.wait("globalThis.linkChart && document.readyState === 'complete'", 120)
        self.settle()
        return self

    def evaluate(self, script):
        result = self.send("Runtime.evaluate", {
            "expression": script, "returnByValue": True, "awaitPromise": True})
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:1500])
        return result["result"].get("value")

    def wait(self, condition, timeout=20):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if self.evaluate(f"!!({condition})"):
                return
            time.sleep(0.02)
        raise AssertionError(f"waited in vain for {condition}")

    def settle(self):
        """Until the picture is drawn, gestures are steps of the history, and everything is announced."""
        for _ in range(2):
            self.wait("linkChart.isIdle", 60)
            self.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        self.wait("linkChart.isIdle", 60)

    # A reader's acts.
    def mouse(self, kind, x, y, **more):
        self.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **more})

    def move(self, x, y):
        self.mouse("mouseMoved", x, y)

    def click_at(self, x, y, modifiers=0):
        self.move(x, y)
        for kind in ("mousePressed", "mouseReleased"):
            self.mouse(kind, x, y, button="left", clickCount=1, modifiers=modifiers)

    def drag(self, x1, y1, x2, y2, steps=8):
        self.move(x1, y1)
        self.mouse("mousePressed", x1, y1, button="left", clickCount=1)
        for i in range(1, steps + 1):
            x, y = x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps
            self.mouse("mouseMoved", x, y, button="left", buttons=1)
        self.mouse("mouseReleased", x2, y2, button="left", clickCount=1)

    def wheel(self, x, y, dy, modifiers=0):
        self.mouse("mouseWheel", x, y, deltaX=0, deltaY=dy, modifiers=modifiers)

    def click(self, selector, modifiers=0):
        """A real click on the middle of an element; fails if something else lies there."""
        quoted = json.dumps(selector)
        self.evaluate(f"document.querySelector({quoted}).scrollIntoView({{block: 'center'}})")
        x, y, width = self.evaluate(
            f"(b => [b.x + b.width / 2, b.y + b.height / 2, b.width])"
            f"(document.querySelector({quoted}).getBoundingClientRect())")
        assert width > 0, f"{selector} is not visible"
        hit = self.evaluate(
            f"((hit, wanted) => !!hit && (wanted.contains(hit) || !!hit.closest('label') && "
            f"hit.closest('label') === wanted.closest('label')))"
            f"(document.elementFromPoint({x}, {y}), document.querySelector({quoted}))")
        assert hit, f"{selector} is covered"
        self.click_at(x, y, modifiers)
        self.settle()

    KEYS = {"Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Tab": 9,
            "Home": 36, "End": 35, " ": 32}

    def key(self, key, modifiers=0, count=1):
        code = self.KEYS.get(key, ord(key.upper()) if len(key) == 1 else 0)
        event = {"key": key, "modifiers": modifiers, "windowsVirtualKeyCode": code,
                 "code": key if len(key) > 1 else "Key" + key.upper()}
        text = "\r" if key == "Enter" else key if len(key) == 1 and not modifiers & CTRL else None
        down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
        for _ in range(count):
            self.send("Input.dispatchKeyEvent", {**event, **down})
            self.send("Input.dispatchKeyEvent", {**event, "type": "keyUp"})
        self.settle()

    def write(self, text):
        self.send("Input.insertText", {"text": text})

    def focus(self, selector):
        self.evaluate(f"document.querySelector({json.dumps(selector)}).focus()")

    def touch(self, *stages):
        """Fingers: each stage is where they are; the first puts them down, after the last they are lifted."""
        for nth, points in enumerate(stages):
            listed = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
            kind = "touchMove" if nth else "touchStart"
            self.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": listed})
        self.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        self.settle()

    # What a reader sees.
    def text(self, selector):
        return self.evaluate(f"document.querySelector({json.dumps(selector)})?.textContent ?? ''")

    def count(self, selector):
        return self.evaluate(f"document.querySelectorAll({json.dumps(selector)}).length")

    def is_shown(self, selector):
        return self.evaluate(f"(e => !!e && e.getClientRects().length > 0)(document.querySelector({json.dumps(selector)}))")

    def css(self, name):
        return self.evaluate(f"getComputedStyle(document.documentElement).getPropertyValue({json.dumps(name)})")

    def node(self, name):
        return self.evaluate(f"linkChart.screenOf({json.dumps(name)})")

    @property
    def hash(self):
        return self.evaluate("location.hash.slice(1)")

    @property
    def camera(self):
        return self.evaluate("linkChart.camera")

    def picture(self, file):
        data = self.send("Page.captureScreenshot", {"format": "png"})["data"]
        pathlib.Path(file).write_bytes(base64.b64decode(data))

    def tree(self):
        """The accessibility tree: what a screen reader is told."""
        return [node for node in self.send("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]

    def complaints(self):
        """Everything a console would show: errors, violations of the policy, and requests beyond the page itself."""
        self.evaluate("1")
        found, rest = [], []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                rest.append(event)
                continue
            method, params = event["method"], event["params"]
            if method == "Runtime.exceptionThrown":
                found.append("exception: " + json.dumps(params["exceptionDetails"])[:600])
            elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
                found.append("console: " + json.dumps(params["args"])[:300])
            elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
                found.append("log: " + params["entry"]["text"])
            elif method == "Network.requestWillBeSent":
                url = params["request"]["url"]
                is_page = params.get("type") == "Document" and url.startswith(("file:", "about:"))
                if not is_page and not url.startswith("blob:"):
                    found.append("request: " + url[:200])
        self.browser.events = rest
        return found

    def close(self):
        self.browser.send("Target.closeTarget", {"targetId": self.target})
        shutil.rmtree(self.downloads, ignore_errors=True)
