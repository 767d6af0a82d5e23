"""Finds the sources of the project's dependencies."""

import functools
import json
import pathlib
import re
import subprocess


@functools.cache
def packages():
    output = subprocess.run(["cargo", "metadata", "--format-version", "1"], check=True, stdout=subprocess.PIPE)
    return json.loads(output.stdout)["packages"]


def crate_sources(name):
    """The source folder of a dependency."""
    newest = max((p for p in packages() if p["name"] == name), key=lambda p: [int(n) for n in re.findall(r"\d+", p["version"])])
    return pathlib.Path(newest["manifest_path"]).parent / "src"
