"""A phone or an emulator that `adb` reaches."""

import re
import shlex
import subprocess
import time
import xml.etree.ElementTree

SECURE = 0x2000  # WindowManager.LayoutParams.FLAG_SECURE


class PhoneError(Exception):
    """`adb` failed. The message has no arguments of the command, because a link may be one."""


class Phone:
    """Android's command-line tools on the phone, for one app."""

    def __init__(self, app, serial=None, patience=15):
        self.app = app
        self.serial = ["-s", serial] if serial else []
        # Seconds that a screen may take.
        self.patience = patience
        # All processes of the app so far.
        self.processes = set()

    def adb(self, *arguments):
        done = subprocess.run(["adb", *self.serial, *arguments], capture_output=True, text=True, errors="replace")
        if done.returncode != 0:
            raise PhoneError(f"adb {arguments[0]}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def shell(self, *words):
        """Runs a command on the phone, whose shell gets each word as it is."""
        return self.adb("shell", shlex.join(words))

    def try_shell(self, *words):
        """The same, or None if the phone refuses it."""
        try:
            return self.shell(*words)
        except PhoneError:
            return None

    def process(self):
        found = (self.try_shell("pidof", self.app) or "").strip()
        if found:
            self.processes.add(found)
        return found

    def stop(self):
        self.shell("am", "force-stop", self.app)

    def start(self):
        """Starts the app as its icon does. Returns the milliseconds until its window was there."""
        answer = self.shell("am", "start", "-W", "-n", f"{self.app}/dev.dioxus.main.MainActivity")
        self.process()
        took = re.search(r"TotalTime: (\d+)", answer)
        return int(took[1]) if took else None

    def open_link(self, link):
        """Opens a link as a mail program does: the system chooses the app."""
        self.shell(
            "am", "start", "-W", "-a", "android.intent.action.VIEW", "-c", "android.intent.category.BROWSABLE", "-d", link
        )
        self.process()

    def set_language(self, *tag):
        """Sets the app's language as the system's settings do; without a tag, it follows the phone. None if Android cannot."""
        option = ["--locales", *tag] if tag else []
        return self.try_shell("cmd", "locale", "set-app-locales", self.app, "--user", "current", *option)

    def press(self, key):
        self.shell("input", "keyevent", key)

    def in_front(self):
        """The app whose window is in front."""
        state = self.shell("dumpsys", "activity", "activities")
        found = re.search(r"(?:topResumedActivity=|mResumedActivity: )ActivityRecord\{\S+ \S+ ([\w.]+)/", state)
        return found[1] if found else None

    def windows(self):
        """The number of the app's activities."""
        state = self.shell("dumpsys", "activity", "activities")
        return len(set(re.findall(rf"Hist +#\d+: ActivityRecord\{{(\S+) \S+ {re.escape(self.app)}/", state)))

    def is_hidden_from_captures(self):
        state = self.shell("dumpsys", "window", "windows")
        for window in re.split(r"(?=^  Window #)", state, flags=re.MULTILINE):
            flags = re.search(r"\bfl=([\w #]+)", window)
            if f"{self.app}/" in window and flags:
                number = re.match(r"#?([0-9a-f]{4,})\b", flags[1])
                if "SECURE" in flags[1].split() or (number and int(number[1], 16) & SECURE):
                    return True
        return False

    def nodes(self):
        """What a screen reader finds on the screen."""
        dump = self.adb("exec-out", "uiautomator", "dump", "/dev/tty")
        tree = re.search(r"<hierarchy.*</hierarchy>", dump, flags=re.DOTALL)
        return [node.attrib for node in xml.etree.ElementTree.fromstring(tree[0]).iter("node")] if tree else []

    def shows(self, text):
        """Waits until the screen has this text."""
        return self.wait_for(lambda: any(text in (node.get("text"), node.get("content-desc")) for node in self.nodes()))

    def field(self):
        """The first field on the screen, if any."""
        return next((node for node in self.nodes() if node.get("class") == "android.widget.EditText"), None)

    def tap(self, node):
        left, top, right, bottom = map(int, re.findall(r"\d+", node["bounds"]))
        self.shell("input", "tap", str((left + right) // 2), str((top + bottom) // 2))

    def wait_for(self, condition):
        end = time.monotonic() + self.patience
        while not condition():
            if time.monotonic() >= end:
                return False
            time.sleep(0.5)
        return True

    def log(self):
        """The log lines of the app's processes."""
        lines = self.adb("logcat", "-d", "-v", "threadtime").splitlines()
        return [line for line in lines if len(line.split()) > 2 and line.split()[2] in self.processes]
