#!/usr/bin/env python3
"""Stands in for the programs of a Mac that scripts/apple starts. It is called by their names, and writes each call to the
file $CALLS. $ENDS_APP is a link after which the app no longer runs, $PROFILE_KIND the kind of the profile."""

import json
import os
import pathlib
import plistlib
import shutil
import sys
import zipfile

name = pathlib.Path(sys.argv[0]).name
arguments = sys.argv[1:]
calls = pathlib.Path(os.environ["CALLS"])
project = pathlib.Path.cwd()
target = pathlib.Path(os.environ["CARGO_TARGET_DIR"])

PROFILES = {
    "development": {"Entitlements": {"get-task-allow": True}, "ProvisionedDevices": ["a"]},
    "ad hoc": {"Entitlements": {"get-task-allow": False}, "ProvisionedDevices": ["a"]},
    "in house": {"Entitlements": {"get-task-allow": False}, "ProvisionsAllDevices": True},
    "store": {"Entitlements": {"get-task-allow": False}},
}


def after(option):
    return arguments[arguments.index(option) + 1]


def app_with(path, plist, program):
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text("program\n")
    shutil.copy(project / "platform/apple" / plist, path / "Info.plist")


def dx():
    if arguments == ["--version"]:
        print("dioxus 0.7.10 (stand-in)")
    elif arguments[0] == "build":
        app = target / "dx/latchkey/release/ios/Latchkey.app"
        app_with(app, "ios.plist", app / "latchkey")
    else:
        contents = pathlib.Path(after("--out-dir")) / "Latchkey.app/Contents"
        app_with(contents, "macos.plist", contents / "MacOS/latchkey")


def plutil():
    file = pathlib.Path(arguments[-1])
    text = file.read_bytes()
    content = json.loads(text) if text[:1] == b"{" else plistlib.loads(text)
    if arguments[0] == "-replace":
        content[arguments[1]] = json.loads(arguments[3]) if arguments[2] == "-json" else arguments[3]
        return file.write_bytes(plistlib.dumps(content))
    try:
        for part in arguments[1].split("."):
            content = content[int(part)] if isinstance(content, list) else content[part]
    except (KeyError, IndexError):
        sys.exit(1)
    if arguments[2] == "json":
        return print(json.dumps(content))
    if isinstance(content, (dict, list)):
        content = len(content)
    print(str(content).lower() if isinstance(content, bool) else content)


def security():
    profile = {"Name": "A profile", "TeamIdentifier": ["TEAM123456"], "ApplicationIdentifierPrefix": ["TEAM123456"]}
    profile |= PROFILES[os.environ.get("PROFILE_KIND", "development")]
    pathlib.Path(after("-o")).write_bytes(plistlib.dumps(profile))


def codesign():
    app = pathlib.Path(arguments[-1])
    contents = app / "Contents" if (app / "Contents").exists() else app
    if "--sign" in arguments:
        (contents / "_CodeSignature").mkdir(exist_ok=True)
        (contents / "_CodeSignature/CodeResources").write_text("signed\n")


def xcodebuild():
    if arguments == ["-version"]:
        return print("Xcode 26.1.1\nBuild version 17B100")
    archive = pathlib.Path(after("-archivePath"))
    list_of_archive = plistlib.loads((archive / "Info.plist").read_bytes())["ApplicationProperties"]
    app = archive / "Products" / list_of_archive["ApplicationPath"]
    exported = pathlib.Path(after("-exportPath"))
    exported.mkdir()
    with zipfile.ZipFile(exported / "Latchkey.ipa", "w") as ipa:
        for file in app.rglob("*"):
            if file.is_file() and file.name != os.environ.get("LOST_FILE"):
                ipa.write(file, pathlib.Path("Payload") / file.relative_to(app.parent))


def running():
    opened = [line for line in calls.read_text().splitlines() if " openurl " in line or " launch " in line]
    ends = os.environ.get("ENDS_APP")
    return not (ends and opened and opened[-1].split().count(ends))


def simulator():
    if arguments[1:3] == ["list", "devices"]:
        print("    iPhone 17 (01234567-89AB-CDEF-0123-456789ABCDEF) (Booted)")
    elif arguments[1] == "spawn" and arguments[3] == "launchctl" and running():
        print("123\t0\tUIKitApplication:app.latchkey.Latchkey[1234][rb-legacy]")
    elif arguments[1] == "spawn" and arguments[3] == "log":
        print(os.environ.get("LOG", "started"))
    elif arguments[1] == "io":
        pathlib.Path(arguments[-1]).write_text("picture\n")


def phone():
    if arguments[1] == "list":
        devices = {"result": {"devices": [{"identifier": "PHONE-1"}]}}
        pathlib.Path(after("--json-output")).write_text(json.dumps(devices))
    elif "processes" in arguments and running():
        print("123   /private/var/containers/Bundle/Application/1/Latchkey.app/latchkey")


def xcrun():
    if "--show-sdk-version" in arguments:
        print("26.1")
    elif "--show-sdk-build-version" in arguments:
        print("23B77")
    elif arguments[0] == "actool":
        (pathlib.Path(after("--compile")) / "Assets.car").write_text("icons\n")
        icon = {"CFBundlePrimaryIcon": {"CFBundleIconName": after("--app-icon")}}
        icons = {"CFBundleIcons": icon, "CFBundleIcons~ipad": icon}
        pathlib.Path(after("--output-partial-info-plist")).write_bytes(plistlib.dumps(icons))
    elif arguments[0] == "lipo":
        pathlib.Path(after("-output")).write_text("universal\n")
    elif arguments[0] == "simctl":
        simulator()
    elif arguments[0] == "devicectl":
        phone()


def ditto():
    shutil.make_archive(arguments[-1].removesuffix(".zip"), "zip", arguments[-2])


def curl():
    pathlib.Path(after("--output")).write_text('{"applinks": {"details": [{"appIDs": ["TEAM123456.app.latchkey.Latchkey"]}]}}')
    print("200 application/json", end="")


def unzip():
    with zipfile.ZipFile(arguments[1]) as files:
        files.extractall(after("-d"))


with calls.open("a") as log:
    log.write(" ".join([name, *arguments]) + "\n")
if name == "uname":
    print("Darwin")
elif name == "sw_vers":
    print("25B78")
elif name in globals():
    globals()[name]()
