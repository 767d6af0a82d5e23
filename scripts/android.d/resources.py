"""Packs manifest and resources, ours and those of the libraries, with aapt2."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from manifest import merged
from parts import unpacked
from project import NAME, OURS, VERSION, fresh


@dataclass
class Resources:
    package: Path  # an APK with nothing else
    java: Path  # the R classes
    manifest: Path  # as text
    keep_rules: Path  # for the classes that manifest and layouts name


def strings(folder):
    """What `dx` adds to our resources and our manifest needs."""
    (folder / "values").mkdir(parents=True)
    (folder / "values/strings.xml").write_text(f'<resources><string name="app_name">{NAME}</string></resources>')
    return folder


def compiled(folder, to):
    subprocess.run(["aapt2", "compile", "--dir", folder, "-o", to], check=True)
    return to


def namespace(library):
    return re.search(r'package="([^"]+)"', (library / "AndroidManifest.xml").read_text())[1]


def pack(folder, framework, libraries):
    """Debian's aapt2 does not know the element `queries` and packs it with a warning."""
    fresh(folder)
    libraries = [unpacked(library) for library in libraries if library.suffix == ".aar"]
    theirs = [library for library in libraries if any((library / "res").rglob("*.*"))]
    own = [strings(folder / "own"), OURS / "res"]
    all_resources = [library / "res" for library in theirs] + own
    tables = [compiled(resources, folder / f"{number:02}.zip") for number, resources in enumerate(all_resources)]
    made = Resources(folder / "resources.apk", folder / "java", folder / "AndroidManifest.xml", folder / "keep.pro")
    made.manifest.write_text(merged([library / "AndroidManifest.xml" for library in libraries]))
    settings = ["--version-code", "1", "--version-name", VERSION, "--auto-add-overlay", "--warn-manifest-validation"]
    outputs = ["-o", made.package, "--java", made.java, "--proguard", made.keep_rules]
    packages = ["--extra-packages", ":".join(map(namespace, theirs))]
    inputs = ["-I", framework, "--manifest", made.manifest]
    subprocess.run(["aapt2", "link", *inputs, *settings, *outputs, *packages, *tables], check=True)
    return made
