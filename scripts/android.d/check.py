"""Walks through the checklist for Android in docs/platforms.md with a phone or an emulator:

    ./scripts/android check [--serial SERIAL] [--report FILE]

The app is installed and set up, no recovery is open in it, and the phone is connected and unlocked. The script does what `adb` can do, with links that
it makes up, and asks the person in front of the phone for the rest. Without a terminal, these parts stay open. The report
has no links, addresses or passwords. The settings of the phone that the script changes are restored.
"""

import argparse
import pathlib
import re
import secrets
import sys
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from checklist import PROJECT, Checklist, texts
from phone import Phone, PhoneError

ROTATION, ROTATES, FONT = "user_rotation", "accelerometer_rotation", "font_scale"
HOME, BACK = "KEYCODE_HOME", "KEYCODE_BACK"


class Check:
    """One walk through the checklist."""

    def __init__(self, phone, checklist, settings):
        self.phone = phone
        self.list = checklist
        links = settings["deep_links"]
        self.host = links["hosts"][0]
        self.https = f"https://{self.host}{links['paths'][0]}"
        self.own = f"{links['schemes'][0]}:/{links['paths'][0]}"
        self.texts = texts(self.english_or_language_of_phone())
        # What must not be in the log.
        self.typed = f"check-{secrets.token_hex(4)}@example.org"
        self.made_up = [self.typed]

    def token(self):
        self.made_up.append(secrets.token_urlsafe(32))
        return self.made_up[-1]

    def english_or_language_of_phone(self):
        """The app's language during the check. Before Android 13, apps have no language of their own."""
        if self.phone.set_language("en") is not None:
            return "en"
        tag = self.phone.shell("getprop", "persist.sys.locale").strip().split("-")[0]
        return tag if (PROJECT / f"assets/locales/{tag}.ftl").exists() else "en"

    def set_system(self, key, value):
        self.phone.shell("settings", "put", "system", key, value)

    def cold(self):
        self.phone.stop()
        return self.phone.start()

    def start_without_flash(self):
        for mode, name in (("no", "light"), ("yes", "dark")):
            self.phone.shell("cmd", "uimode", "night", mode)
            took = self.cold()
            self.list.check(self.phone.shows(self.texts["forgot-title"]), f"the first screen is there, {name}; window after {took} ms")
            self.list.see(f"Was the start free of a white flash ({name})?")
        self.list.see("Has the app its own icon on the home screen?")

    def follow_language(self):
        if self.phone.set_language("de") is None:
            self.list.leave("this Android has no language for single apps")
        else:
            self.cold()
            self.list.check(self.phone.shows(texts("de")["forgot-title"]), "in German after the system's setting for this app")
            self.phone.set_language("en")
        self.list.see("Does a language that is chosen in the app stay after closing and starting it?")

    def keep_field_visible(self):
        self.cold()
        for rotation, name in (("0", "upright"), ("1", "across")):
            self.set_system(ROTATION, rotation)
            self.phone.shows(self.texts["email"])
            if field := self.phone.field():
                self.phone.tap(field)
            shown = lambda: "mInputShown=true" in self.phone.shell("dumpsys", "input_method")
            self.list.check(self.phone.wait_for(shown), f"the keyboard comes, {name}")
            self.list.see(f"Is the field visible above the keyboard ({name})?")
        self.set_system(ROTATION, "0")

    def open_mail_program(self):
        if self.list.ask_for("Request an email for an account of yours, and press “Open mail app”."):
            self.list.check(self.phone.in_front() != self.phone.app, "another app is in front")
            self.list.see("Is it your mail program, without a new message?")

    def verify_links(self):
        state = self.phone.shell("pm", "get-app-links", self.phone.app)
        self.list.check(re.search(rf"{re.escape(self.host)}: verified\b", state), f"{self.host} is verified")

    def _cold_link(self, link, name):
        self.phone.stop()
        self.phone.open_link(link)
        opens = self.phone.wait_for(lambda: self.phone.in_front() == self.phone.app)
        self.list.check(opens, f"the app opens: {name}")
        self.list.check(self.phone.shows(self.texts["reset-title"]), f"the reset screen is there: {name}")

    def _warm_link(self, link, name):
        before = self.phone.process()
        self.phone.open_link(link)
        self.list.check(self.phone.shows(self.texts["newer-link"]), f"the app says that a newer link was opened: {name}")
        same = before and self.phone.process() == before and self.phone.windows() == 1
        self.list.check(same, f"one process and one window: {name}")

    def open_link_cold(self):
        self._cold_link(f"{self.https}?token={self.token()}", "https, closed")

    def open_link_warm(self):
        self._warm_link(f"{self.https}?token={self.token()}", "https, open")

    def open_own_links(self):
        for mark in "?#":
            self._cold_link(f"{self.own}{mark}token={self.token()}", f"own scheme with {mark}, closed")
            self._warm_link(f"{self.own}{mark}token={self.token()}", f"own scheme with {mark}, open")

    def go_back(self):
        self._cold_link(f"{self.own}?token={self.token()}", "before going back")
        for presses in range(1, 7):
            self.phone.press(BACK)
            if self.phone.in_front() != self.phone.app:
                break
        self.list.check(presses > 1 and self.phone.in_front() != self.phone.app, "back goes through the app, then home")
        self.phone.start()
        self.list.check(self.phone.shows(self.texts["forgot-title"]), "the app is where it was")
        self.list.see("Does the gesture do the same as the button: reset, email, first screen, home?")

    def stay_while_sending(self):
        self.list.see("Open a real link, and press back while the password is being sent. Does the screen stay?")

    def hide_password(self):
        self.phone.open_link(f"{self.own}?token={self.token()}")
        if not self.list.ask_for("Type any password on the phone and show it."):
            return
        self.list.check(self.phone.is_hidden_from_captures(), "the window is hidden from captures while it is shown")
        self.list.see("Does a screenshot fail, and is the list of recent apps blank?")
        if self.list.ask_for("Hide the password."):
            self.list.check(not self.phone.is_hidden_from_captures(), "screenshots work again")

    def mask_on_return(self):
        if self.list.ask_for("Show the password again."):
            self.phone.press(HOME)
            self.phone.start()
            masked = self.phone.wait_for(lambda: not self.phone.is_hidden_from_captures())
            self.list.check(masked, "the window is no longer hidden after coming back, so the password is masked")
            self.list.see("Is the password masked, and all of it still there?")

    def paste_link(self):
        self.list.see(
            "Copy a link of an email and paste it on the screen after the request. Is it accepted, the clipboard empty, "
            "and no second notice shown?"
        )

    def keep_typed_text(self):
        self.cold()
        self.phone.shows(self.texts["email"])
        if not (field := self.phone.field()):
            self.list.check(False, "the first screen has a field")
            return
        self.phone.tap(field)
        self.phone.shell("input", "text", self.typed)
        before = self.phone.process()
        has_all = lambda: (self.phone.field() or {}).get("text") == self.typed
        self.list.check(self.phone.wait_for(has_all), "what was typed is in the field")
        for name, change in {
            "across": lambda: self.set_system(ROTATION, "1"),
            "upright": lambda: self.set_system(ROTATION, "0"),
            "light": lambda: self.phone.shell("cmd", "uimode", "night", "no"),
            "dark": lambda: self.phone.shell("cmd", "uimode", "night", "yes"),
            "larger text": lambda: self.set_system(FONT, "1.3"),
            "German": lambda: self.phone.set_language("de"),
        }.items():
            change()
            self.list.check(self.phone.wait_for(has_all), f"it is still there: {name}")
        self.list.check(before and self.phone.process() == before, "the app has not started again")
        self.phone.set_language("en")
        self.list.see("Request an email, end the app, and open the link. Does it ask for no code?")

    def keep_secrets(self):
        lines = self.phone.log()
        self.list.check(bool(lines), "the app's log was read")
        found = sum(any(value in line for value in self.made_up) for line in lines)
        self.list.check(not found, f"{found} of its {len(lines)} lines have a token or an address")
        flags = re.search(r"\bflags=\[([^\]]*)\]", self.phone.shell("dumpsys", "package", self.phone.app))
        self.list.check(flags and "ALLOW_BACKUP" not in flags[1].split(), "backups do not include the app")
        self.list.see("With ./scripts/android release: were steps 4, 9 and 11 done again?")

    def steps(self):
        """In the order of docs/platforms.md."""
        return [
            self.start_without_flash, self.follow_language, self.keep_field_visible, self.open_mail_program,
            self.verify_links, self.open_link_cold, self.open_link_warm, self.open_own_links, self.go_back,
            self.stay_while_sending, self.hide_password, self.mask_on_return, self.paste_link, self.keep_typed_text,
            self.keep_secrets,
        ]  # fmt: skip

    def run(self):
        for number, step in enumerate(self.steps(), 1):
            self.list.begin(number)
            try:
                step()
            except PhoneError as error:
                self.list.check(False, str(error))


def about(phone):
    """What the report says about the phone. Fails if the app is not installed."""
    prop = lambda name: phone.shell("getprop", name).strip()
    version = re.search(r"versionName=(\S+)", phone.shell("dumpsys", "package", phone.app))
    if not version:
        raise PhoneError(f"{phone.app} is not installed")
    web_view = re.search(r"Current WebView package[^:]*: \(?([^)\n]+)", phone.try_shell("dumpsys", "webviewupdate") or "")
    return [
        f"- {prop('ro.product.manufacturer')} {prop('ro.product.model')}, Android {prop('ro.build.version.release')}",
        f"- {phone.app} {version[1]}",
        f"- WebView: {web_view[1] if web_view else 'unknown'}",
    ]


def restoring(phone, run):
    """Runs without rotation by itself, and restores the phone's settings."""
    before = {key: phone.shell("settings", "get", "system", key).strip() for key in (ROTATES, ROTATION, FONT)}
    night = phone.shell("cmd", "uimode", "night")
    try:
        phone.shell("settings", "put", "system", ROTATES, "0")
        run()
    finally:
        for key, value in before.items():
            if value == "null":
                phone.try_shell("settings", "delete", "system", key)
            else:
                phone.try_shell("settings", "put", "system", key, value)
        mode = next((mode for mode in ("yes", "no", "auto") if night.strip().endswith(mode)), "auto")
        phone.try_shell("cmd", "uimode", "night", mode)
        phone.set_language()


def main():
    options = argparse.ArgumentParser(prog="android check", description=__doc__.splitlines()[0])
    options.add_argument("--serial", help="of `adb devices`, if there are several")
    options.add_argument("--report", type=pathlib.Path, default=PROJECT / "target/android/check.md")
    options.add_argument("--patience", type=float, default=15, help="seconds that a screen may take")
    options.add_argument("--person", action="store_true", default=None, help="answers come from a file, not from a terminal")
    given = options.parse_args()
    settings = tomllib.loads((PROJECT / "Dioxus.toml").read_text(encoding="utf-8"))
    phone = Phone(settings["bundle"]["identifier"], given.serial, given.patience)
    try:
        checklist = Checklist("Android", about(phone), given.person)
        restoring(phone, lambda: Check(phone, checklist, settings).run())
    except PhoneError as error:
        sys.exit(f"android check: {error}")
    sys.exit(0 if checklist.write(given.report) else 1)


main()
