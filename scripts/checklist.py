"""The checklists of docs/platforms.md on a device: what a script has checked, what a person has seen, and the report."""

import datetime
import pathlib
import re
import sys

PROJECT = pathlib.Path(__file__).resolve().parent.parent

PASSED, FAILED, SEEN, NOT_SEEN, OPEN = "passed", "FAILED", "seen", "NOT SEEN", "open"


def steps_of(system):
    """The numbered steps in the section of a system, in order."""
    text = (PROJECT / "docs/platforms.md").read_text(encoding="utf-8")
    sections = re.split(r"^### ", text, flags=re.MULTILINE)
    section = next(section for section in sections if section.startswith(system))
    return re.findall(r"^\d+\. (.+)$", section, flags=re.MULTILINE)


def texts(language="en"):
    """The messages of one line that the app shows in a language."""
    lines = (PROJECT / f"assets/locales/{language}.ftl").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if re.match(r"[a-z-]+ = ", line))


class Checklist:
    """Collects the results of the steps. Results never contain what was typed or a link."""

    def __init__(self, system, about, has_person=None):
        self.system = system
        # Lines about the device.
        self.about = about
        self.has_person = sys.stdin.isatty() if has_person is None else has_person
        self.steps = steps_of(system)
        self.results = [[] for _ in self.steps]
        self.current = None

    def begin(self, number):
        self.current = self.results[number - 1]
        print(f"\n{number}. {self.steps[number - 1]}")

    def _add(self, verdict, text):
        self.current.append((verdict, text))
        print(f"   {verdict}: {text}")
        return verdict in (PASSED, SEEN)

    def check(self, is_right, text):
        return self._add(PASSED if is_right else FAILED, text)

    def leave(self, text):
        """Leaves something open."""
        return self._add(OPEN, text)

    def ask_for(self, action):
        """Asks the person to do something. False if nobody is there."""
        if not self.has_person:
            return self.leave(f"nobody was there to: {action}")
        print(f"   {action} Then press Enter. ", end="", flush=True)
        return sys.stdin.readline() != ""

    def see(self, question):
        """Asks what the person sees."""
        if not self.has_person:
            return self.leave(f"nobody was asked: {question}")
        print(f"   {question} [y/n, Enter: leave open] ", end="", flush=True)
        answer = sys.stdin.readline().strip().lower()
        return self._add({"y": SEEN, "n": NOT_SEEN}.get(answer, OPEN), question)

    def verdict(self, number):
        verdicts = {verdict for verdict, _ in self.results[number - 1]}
        if verdicts & {FAILED, NOT_SEEN}:
            return FAILED
        return OPEN if OPEN in verdicts or not verdicts else PASSED

    def write(self, path):
        """Writes the report. Returns whether nothing failed."""
        verdicts = [self.verdict(number) for number in range(1, len(self.steps) + 1)]
        count = {verdict: verdicts.count(verdict) for verdict in (PASSED, FAILED, OPEN)}
        summary = f"{count[PASSED]} of {len(verdicts)} steps passed, {count[FAILED]} failed, {count[OPEN]} are open."
        lines = [f"# {self.system}, {datetime.date.today().isoformat()}", "", *self.about, "", summary]
        for number, (step, verdict) in enumerate(zip(self.steps, verdicts), 1):
            lines += ["", f"{number}. {step} **{verdict}**"]
            lines += [f"   - {result}: {text}" for result, text in self.results[number - 1]]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"\n{summary} Report: {path}")
        return count[FAILED] == 0
