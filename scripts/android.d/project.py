"""What the other modules know of the app: its settings, and the places of its files."""

import pathlib
import shutil
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
OURS = ROOT / "platform/android"
PACKAGE = "dev.dioxus.main"  # of the activity; `dx` and wry name it so

sys.path.append(str(ROOT / "scripts"))

_settings = tomllib.loads((ROOT / "Dioxus.toml").read_text())
IDENTIFIER = _settings["bundle"]["identifier"]
OLDEST = _settings["android"]["min_sdk"]
TARGET = _settings["android"]["target_sdk"]
LINKS = _settings["deep_links"]
NAME = "Latchkey"  # `dx` makes it of `name` in Dioxus.toml
VERSION = tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["package"]["version"]


def fresh(folder):
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
