"""Runs MainActivity on the JVM with Robolectric: `activity.py FOLDER`, with tests/android. Needs Java 17, Maven and aapt2."""

import pathlib
import subprocess
import sys

import classes
import parts
import resources
from project import IDENTIFIER, ROOT, fresh

TESTS = ROOT / "tests/android"


def settings(folder, packed):
    """The files in which Robolectric looks for the app's resources and for its own settings."""
    config = folder / "com/android/tools/test_config.properties"
    config.parent.mkdir(parents=True)
    values = {"android_merged_manifest": packed.manifest, "android_resource_apk": packed.package}
    values["android_custom_package"] = IDENTIFIER
    config.write_text("".join(f"{name}={value}\n" for name, value in values.items()))
    (folder / "robolectric.properties").write_text((TESTS / "robolectric.properties").read_text())
    return folder


def main(folder):
    folder = pathlib.Path(folder).resolve()
    found = parts.fetch(folder / "parts", ["compiler", "framework", "libraries", "robolectric", "systems"])
    made = fresh(folder / "activity")
    packed = resources.pack(made / "resources", found["framework"][0], found["libraries"])
    app, _ = classes.compile_app(made / "app", found, packed, debug=True)
    libraries = [*parts.classes(found["robolectric"]), *parts.classes(found["libraries"])]
    class_path = [*app, *libraries]
    tests = sorted(TESTS.glob("*.kt"))
    classes.kotlin(found["compiler"], [*class_path, *found["framework"]], tests, made / "tests")
    class_path += [made / "tests", settings(made / "settings", packed), *found["framework"]]
    options = ["-Xmx2g", "-Drobolectric.offline=true", f"-Drobolectric.dependency.dir={folder / 'parts'}"]
    names = [f"app.latchkey.test.{path.stem}" for path in tests if path.stem.endswith("Test")]
    command = ["-cp", ":".join(map(str, class_path)), "org.junit.runner.JUnitCore", *names]
    sys.exit(subprocess.run(["java", *options, *command]).returncode)


main(*sys.argv[1:])
