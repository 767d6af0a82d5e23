"""An `adb` with a phone that exists only in the file $STUB_PHONE/state.json. $STUB_STATE says what is special about it."""

import json
import os
import pathlib
import shlex
import sys

FOLDER = pathlib.Path(os.environ["STUB_PHONE"])
sys.path.insert(0, os.environ["STUB_SCRIPTS"])

from checklist import texts

APP = "app.latchkey.Latchkey"
STATE = os.environ["STUB_STATE"].split(", ")
FILE = FOLDER / "state.json"
FIRST = {
    "process": 0, "started": 4000, "front": "com.example.home", "screens": [], "notice": False, "windows": 0, "typed": "",
    "language": "en", "settings": {"user_rotation": "0", "accelerometer_rotation": "1", "font_scale": "null"},
    "night": "auto", "log": [], "looked": 0, "asked": 0,
}  # fmt: skip
phone = json.loads(FILE.read_text()) if FILE.exists() else FIRST


def start(link=None):
    phone["front"] = APP
    if not phone["process"]:
        phone["started"] += 1
        phone.update(process=phone["started"], windows=1, screens=["forgot-title"], notice=False, typed="")
    elif link:
        phone["notice"] = True
        if "second window" in STATE:
            phone["windows"] += 1
    if link:
        phone["screens"] = ["forgot-title", "reset-title"]
        if "logs links" in STATE:
            phone["log"].append(f"11-29 12:00:00.000 {phone['process']} 4100 I Latchkey: opened {link}")
    phone["log"].append(f"11-29 12:00:00.000 {phone['process']} 4100 I Latchkey: started")
    return "Status: ok\nTotalTime: 420\n"


def am(words):
    if words[0] == "force-stop":
        phone.update(process=0, front="com.example.home", windows=0, screens=[])
        return ""
    link = words[words.index("-d") + 1] if "-d" in words else None
    if link:
        assert link.startswith(("latchkey://reset-password", "https://recover.latchkey.example/reset-password")), link
    return start(link)


def back():
    phone["screens"].pop()
    if not phone["screens"]:
        phone.update(front="com.example.home", screens=["forgot-title"])


def quoted(text):
    return '"' + text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;") + '"'


def screen():
    known = texts(phone["language"])
    shown = [known[phone["screens"][-1]], known["email"]] if phone["front"] == APP else ["Home"]
    if phone["notice"]:
        shown.append(known["newer-link"])
    nodes = "".join(f'<node class="android.view.View" text={quoted(text)} bounds="[0,0][9,9]" />' for text in shown)
    field = f'<node class="android.widget.EditText" text={quoted(phone["typed"])} bounds="[10,20][110,60]" />'
    return f"<?xml version='1.0'?><hierarchy>{nodes}{field}</hierarchy>UI hierarchy dumped to: /dev/tty\n"


def dumpsys(words):
    hist = "".join(f"    * Hist  #{n}: ActivityRecord{{{n}abc u0 {APP}/dev.dioxus.main.MainActivity t9}}\n" for n in range(phone["windows"]))
    # The person shows the password, then hides it.
    phone["looked"] += words[0] == "window"
    secure = " SECURE" if phone["looked"] == 1 and "never hidden" not in STATE else ""
    backup = " ALLOW_BACKUP" if "backs up" in STATE else ""
    # The person opens the mail program before the script looks for the first time.
    phone["asked"] += words[0] == "activity"
    front = "com.example.mail" if phone["asked"] == 1 and "mail is open" in STATE else phone["front"]
    return {
        "activity": f"{hist}  topResumedActivity=ActivityRecord{{7abc u0 {front}/.Main t9}}\n",
        "window": f"  Window #1 Window{{1 u0 {APP}/dev.dioxus.main.MainActivity}}:\n    mAttrs={{(0,0) fl=LAYOUT_IN_SCREEN{secure}}}\n",
        "input_method": "  mInputShown=true\n",
        "package": f"    versionName=0.1.0\n    flags=[ HAS_CODE{backup} ]\n" if "not installed" not in STATE else "",
        "webviewupdate": "  Current WebView package (name, version): (com.google.android.webview, 150.0.1)\n",
    }[words[0]]


def settings(words):
    action, _, key, *value = words
    if action == "get":
        return phone["settings"][key] + "\n"
    phone["settings"][key] = value[0] if action == "put" else "null"
    if "forgets text" in STATE and value == ["1"]:
        phone["typed"] = ""
    return ""


def cmd(words):
    if words[0] == "uimode":
        if len(words) == 2:
            return f"Night mode: {phone['night']}\n"
        phone["night"] = words[2]
        return ""
    if "old Android" in STATE:
        sys.exit("cmd: Can't find service: locale")
    phone["language"] = words[words.index("--locales") + 1] if "--locales" in words else "en"
    return ""


def input_event(words):
    if words == ["keyevent", "KEYCODE_BACK"]:
        back()
    elif words == ["keyevent", "KEYCODE_HOME"]:
        phone["front"] = "com.example.home"
    elif words[0] == "text":
        phone["typed"] += words[1]
    else:
        assert words == ["tap", "60", "40"], words
    return ""


def pm(words):
    state = "1024" if "unverified" in STATE else "verified"
    return f"  {APP}:\n    Domain verification state:\n      recover.latchkey.example: {state}\n"


def shell(line):
    name, *words = shlex.split(line)
    if name == "pidof":
        return str(phone["process"] or "")
    if name == "getprop":
        return {"persist.sys.locale": "en-GB"}.get(words[0], words[0].rsplit(".", 1)[-1])
    answer = {"am": am, "dumpsys": dumpsys, "settings": settings, "cmd": cmd, "input": input_event, "pm": pm}
    return answer[name](words)


def main(arguments):
    if "no phone" in STATE:
        sys.exit("adb: no devices/emulators found")
    kind, *rest = arguments
    if kind == "shell":
        print(shell(rest[0]), end="")
    elif kind == "exec-out":
        print(screen(), end="")
    else:
        assert kind == "logcat", arguments
        print("\n".join(["11-29 12:00:00.000 1 1 I other: no secret", *phone["log"]]))
    FILE.write_text(json.dumps(phone))


main(sys.argv[1:])
