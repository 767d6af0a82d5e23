"""Walks through the checklist for iOS in docs/platforms.md, with an iPhone or a simulator that has the app. `scripts/apple
check` builds and installs the app, and starts this.

It does what `devicectl` and `simctl` can do: opens links that it makes up, starts the app again, and looks whether it runs.
For the rest it asks the person. Without a terminal, these parts stay open. The report has no links. Python 3.9, which a Mac
has, is enough.
"""

import argparse
import filecmp
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from checklist import PROJECT, Checklist
from device import Phone, Simulator

# It is made up: every link with it leads to the message that it is no longer valid, or to the reset screen.
TOKEN = "c2l4dGVlbi1ieXRlcy1hdC1sZWFzdA"
NO_URL = "x:99999/"


def setting(key):
    """A value of Dioxus.toml; of a list, the first."""
    text = (PROJECT / "Dioxus.toml").read_text(encoding="utf-8")
    return re.search(rf'^{key} = \[?"([^"]*)"', text, flags=re.MULTILINE)[1]


def association_names(app, address):
    """Whether the file at the address names the app. Without following a redirect."""
    with tempfile.NamedTemporaryFile() as body:
        options = ["--max-time", "20", "--output", body.name, "--write-out", "%{http_code} %{content_type}"]
        answer = subprocess.run(["curl", "--silent", *options, address], stdout=subprocess.PIPE, text=True)
        named = f'.{app}"' in pathlib.Path(body.name).read_text(encoding="utf-8", errors="replace")
    return named and answer.stdout.startswith("200 application/json")


class Check:
    """One walk through the checklist."""

    def __init__(self, device, checklist, folder):
        self.device = device
        self.list = checklist
        self.folder = folder
        self.host = setting("hosts")
        self.scheme = setting("schemes")
        self.path = setting("paths").lstrip("/")

    def see(self, question, picture=None):
        """Asks what the person sees. The simulator takes a picture."""
        if picture and not self.device.is_phone:
            self.device.take_picture(self.folder / f"{picture}.png")
            question = f"{question} ({picture}.png)"
        self.list.see(question)

    def see_on_phone(self, question):
        """Asks about what a simulator does not have."""
        if self.device.is_phone:
            self.list.see(question)
        else:
            self.list.leave(f"on an iPhone: {question}")

    def open(self, what, link, cold, picture, question):
        """Opens a link by scheme. The app must run afterwards."""
        start = "cold" if cold else "warm"
        runs = self.device.open_link(f"{self.scheme}://{link}", cold)
        self.list.check(runs, f"the app runs after {what}, {start}")
        self.see(question, picture)

    def find_association(self):
        for where, address in {
            "the service": f"https://{self.host}/.well-known/apple-app-site-association",
            "Apple's CDN": f"https://app-site-association.cdn-apple.com/a/v1/{self.host}",
        }.items():
            self.list.check(
                association_names(self.device.app, address), f"{where} answers 200, application/json, and names the app"
            )

    def start_without_flash(self):
        for mode in ("light", "dark"):
            if not self.device.is_phone:
                self.device.set_appearance(mode)
            self.list.check(self.device.restart(), f"the app starts and runs, {mode}")
            self.see(f"{mode}: full screen, inside the safe areas, no white flash at the start?", f"2-{mode}")
        self.see("Has the app its own icon on the home screen?")

    def open_mail_program(self):
        self.see_on_phone("Does the button open Mail as it was left, and is there no button without Mail?")

    def open_page_cold(self):
        self.see_on_phone("Close the app, and tap the https link of an email in Mail. Is it the reset screen, not Safari?")

    def open_page_warm(self):
        self.see_on_phone("Tap a second link while the first screen is unread. Does a notice say that it was replaced?")

    def open_own_links(self):
        self._open_both("?token=", "6")

    def open_fragments(self):
        self._open_both("#token=", "7")
        self.see_on_phone("Does an https link of an email with `#token=` open the same screen?")

    def _open_both(self, before_token, number):
        link = f"{self.path}{before_token}{TOKEN}"
        what = f"a link with `{before_token}`"
        self.open(what, link, True, f"{number}-cold", "Did the app open with the link?")
        self.open(what, f"{link}2", False, f"{number}-warm", "Did the open app take the second link?")

    def refuse_links(self):
        question = "Does a message refuse the link?"
        self.open("a foreign link", f"elsewhere?token={TOKEN}", False, "8-foreign", question)
        self.open("a short link", f"{self.path}?token=abc", False, "8-short", question)
        self.open("a link that is no valid URL", NO_URL, False, "8-no-url", question)
        self.open("a link that is no valid URL", NO_URL, True, "8-no-url-cold", question)

    def wait_after_restart(self):
        self.see("Request an email, close the app and open it. Does it still wait, and keep nothing after the reset?")

    def keep_out_of_backups(self):
        self.see_on_phone("Restore a backup on another device. Has the app no recovery there?")

    def cover_password(self):
        self.see_on_phone("Show the password, swipe up slowly and open the task switcher. Is it a plain sheet, gone on return?")

    def paste_code(self):
        if not self.device.is_phone:
            self.device.fill_clipboard("ABCD-1234")
        self.see("Paste the code. Does nothing ask for permission, and is the clipboard empty afterwards?")

    def offer_password(self):
        self.see_on_phone(f"Is a strong password offered for the new password, and kept for {self.host}?")

    def enlarge_text(self):
        if not self.device.is_phone:
            for size in ("accessibility-extra-extra-extra-large", "large"):
                self.device.set_text_size(size)
                self.list.check(self.device.restart(), f"the app starts and runs with text of the size {size}")
                self.see(f"Text of the size {size}: is nothing cut off?", f"14-{size}")
        self.see_on_phone("VoiceOver, the largest text and across: does it work from beginning to end?")

    def keep_secrets(self):
        ours, copied = PROJECT / "platform/apple/PrivacyInfo.xcprivacy", self.device.bundle / "PrivacyInfo.xcprivacy"
        self.list.check(copied.exists() and filecmp.cmp(ours, copied, shallow=False), "the app has the privacy manifest")
        if not self.device.is_phone:
            log = self.device.log()
            self.list.check(log is not None and TOKEN not in log, "the app's log has no token")
        self.see_on_phone("Does Xcode's privacy report list email, file times, boot time, and no tracking?")

    def steps(self):
        """In the order of docs/platforms.md."""
        return [
            self.find_association, self.start_without_flash, self.open_mail_program, self.open_page_cold,
            self.open_page_warm, self.open_own_links, self.open_fragments, self.refuse_links, self.wait_after_restart,
            self.keep_out_of_backups, self.cover_password, self.paste_code, self.offer_password, self.enlarge_text,
            self.keep_secrets,
        ]  # fmt: skip

    def run(self):
        for number, step in enumerate(self.steps(), 1):
            self.list.begin(number)
            step()


def main():
    options = argparse.ArgumentParser(prog="apple check", description=__doc__.splitlines()[0])
    options.add_argument("kind", choices=["phone", "simulator"])
    options.add_argument("device", help="its identifier")
    options.add_argument("app", type=pathlib.Path, help="the app that was installed")
    options.add_argument("folder", type=pathlib.Path, help="of the report and the pictures")
    options.add_argument("about", nargs="*", help="lines of the report")
    options.add_argument("--person", action="store_true", default=None, help="answers come from a file, not from a terminal")
    given = options.parse_args()
    system = Phone if given.kind == "phone" else Simulator
    device = system(given.device, setting("identifier"), given.app)
    given.folder.mkdir(parents=True, exist_ok=True)
    checklist = Checklist("iOS", [f"- {line}" for line in given.about], given.person)
    Check(device, checklist, given.folder).run()
    sys.exit(0 if checklist.write(given.folder / "report.md") else 1)


main()
