"""An iPhone or a simulator, as far as `xcrun` can control it, with the app installed."""

import os
import subprocess
import time

# The time in which the app starts or shows a link.
PAUSE = float(os.environ.get("LATCHKEY_CHECK_PAUSE", "4"))


def output(command):
    """What `xcrun` prints, or None if it fails."""
    done = subprocess.run(["xcrun", *command], stdout=subprocess.PIPE, text=True, errors="replace")
    return done.stdout if done.returncode == 0 else None


class Phone:
    """A connected iPhone."""

    is_phone = True

    def __init__(self, identifier, app, bundle):
        self.identifier = identifier
        # The app's identifier, and the folder of the app that was installed.
        self.app = app
        self.bundle = bundle

    def _launch(self, *options):
        launch = ["devicectl", "device", "process", "launch", "--device", self.identifier]
        return output([*launch, *options, self.app]) is not None and self._runs_after_pause()

    def _runs_after_pause(self):
        time.sleep(PAUSE)
        return self.is_running()

    def is_running(self):
        found = output(["devicectl", "device", "info", "processes", "--device", self.identifier])
        return f"/{self.bundle.name}/" in (found or "")

    def restart(self):
        """Ends and starts the app. Whether it runs."""
        return self._launch("--terminate-existing")

    def open_link(self, link, cold):
        """Opens a link, in a new process if `cold`. Whether the app runs afterwards."""
        options = ["--terminate-existing"] if cold else []
        return self._launch(*options, "--payload-url", link)


class Simulator(Phone):
    """A simulator that was started."""

    is_phone = False

    def _simctl(self, command, *arguments):
        return output(["simctl", command, self.identifier, *arguments])

    def _terminate(self):
        # Fails if the app does not run.
        self._simctl("terminate", self.app)

    def is_running(self):
        found = self._simctl("spawn", "launchctl", "list") or ""
        # The first column is the process.
        return any(
            line[:1].isdigit() and f"UIKitApplication:{self.app}" in line for line in found.splitlines()
        )

    def restart(self):
        self._terminate()
        return self._simctl("launch", self.app) is not None and self._runs_after_pause()

    def open_link(self, link, cold):
        if cold:
            self._terminate()
        return self._simctl("openurl", link) is not None and self._runs_after_pause()

    def set_appearance(self, name):
        self._simctl("ui", "appearance", name)

    def set_text_size(self, name):
        self._simctl("ui", "content_size", name)

    def take_picture(self, path):
        self._simctl("io", "screenshot", str(path))

    def fill_clipboard(self, text):
        subprocess.run(["xcrun", "simctl", "pbcopy", self.identifier], input=text, text=True)

    def log(self):
        """The app's log of the last quarter of an hour, or None."""
        return self._simctl("spawn", "log", "show", "--last", "15m", "--predicate", 'process == "latchkey"')
