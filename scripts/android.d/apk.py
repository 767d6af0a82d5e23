"""Builds an APK without Android's SDK: `apk.py FOLDER PROJECT ABI=LIBRARY …`, where PROJECT is what `dx` wrote, or the Kotlin
of wry's build script alone.

The code is shrunk and renamed as in a release. The key is made anew, and the APK is for tests only. Needs Java 17, Maven,
aapt2, zipalign and apksigner.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

import classes
import parts
import read_back
import resources
from project import NAME, OLDEST, fresh

PASSWORD = "no secret"


def compare_kotlin(project, ours):
    """wry's build script writes the same Kotlin as is compiled here."""
    folder = project / "app/src/main/kotlin/dev/dioxus/main"
    theirs = {path.name: re.sub(r"^/\*.*\*/\n\n", "", path.read_text()) for path in folder.glob("*.kt")}
    compiled = {path.name: path.read_text().removeprefix(classes.HIDDEN) for path in ours.glob("*.kt")}
    different = [name for name in sorted(theirs | compiled) if theirs.get(name) != compiled.get(name)]
    if different:
        sys.exit(f"android: in {folder}, these differ from what is compiled here: {', '.join(different)}")


def compare_gradle(project):
    """`dx` names the same versions and the same name of the app."""
    texts = [project / "app/src/main/res/values/strings.xml", project / "app/build.gradle.kts", project / "build.gradle.kts"]
    appcompat, kotlin = map(parts.version, ["androidx.appcompat:appcompat", "org.jetbrains.kotlin:kotlin-stdlib"])
    expected = [f">{NAME}<", f"androidx.appcompat:appcompat:{appcompat}", f"kotlin-gradle-plugin:{kotlin}"]
    for path, text in zip(texts, expected):
        if text not in path.read_text():
            sys.exit(f"android: {path} lacks {text}")


def dex(folder, found, compiled, rules):
    """Compiles the app and the libraries to classes.dex with R8, which D8 is a part of."""
    app = folder / "app.jar"
    with zipfile.ZipFile(app, "w") as archive:
        for root in compiled:
            for path in sorted(root.rglob("*.class")):
                archive.write(path, path.relative_to(root))
    rules = [path for path in rules if path.exists()]
    command = ["-cp", found["dexer"][0], "com.android.tools.r8.R8", "--release", "--min-api", str(OLDEST)]
    java = pathlib.Path(shutil.which("java")).resolve().parents[1]  # the framework lacks the packages java.*
    command += ["--lib", found["framework"][0], "--lib", java, "--output", folder / "dex"]
    command += ["--pg-map-output", folder / "mapping.txt", "--map-diagnostics", "info", "none", "--no-data-resources"]
    command += [argument for path in rules for argument in ["--pg-conf", path]]
    (folder / "dex").mkdir()
    subprocess.run(["java", "-Xmx2g", *command, app, *parts.classes(found["libraries"])], check=True)
    return sorted((folder / "dex").glob("*.dex"))


def pack(folder, packed, code, libraries):
    """An APK without a signature. The libraries are compressed, because the manifest lets Android extract them."""
    whole = folder / "packed.apk"
    shutil.copy(packed.package, whole)
    with zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED) as archive:
        for path in code:
            archive.write(path, path.name)
        for abi, library in libraries.items():
            archive.write(library, f"lib/{abi}/libmain.so")
    aligned = folder / "aligned.apk"
    subprocess.run(["zipalign", "-f", "4", whole, aligned], check=True)
    return aligned


def sign(folder, aligned):
    store, signed = folder / "test-key.p12", folder / "latchkey-for-tests.apk"
    options = ["-keystore", store, "-storepass", PASSWORD, "-alias", "test", "-dname", "CN=Latchkey test"]
    subprocess.run(["keytool", "-genkeypair", *options, "-keyalg", "EC", "-validity", "30"], check=True)
    options = ["--ks", store, "--ks-pass", f"pass:{PASSWORD}", "--min-sdk-version", str(OLDEST), "--v1-signing-enabled", "false"]
    subprocess.run(["apksigner", "sign", *options, "--out", signed, aligned], check=True)
    return signed


def main(folder, project, *libraries):
    folder = pathlib.Path(folder).resolve()
    found = parts.fetch(folder / "parts", ["dexer", "compiler", "framework", "libraries"])
    made = fresh(folder / "apk")
    packed = resources.pack(made / "resources", found["framework"][0], found["libraries"])
    compiled, keep = classes.compile_app(made / "app", found, packed)
    project = pathlib.Path(project)
    compare_kotlin(project, made / "app/kotlin")
    if (project / "build.gradle.kts").exists():
        compare_gradle(project)
    else:
        print("Without dx: the Gradle project is not compared")
    of_libraries = [parts.unpacked(path) / "proguard.txt" for path in found["libraries"] if path.suffix == ".aar"]
    default = pathlib.Path(__file__).with_name("default.pro")
    code = dex(made, found, compiled, [default, packed.keep_rules, *keep, *of_libraries])
    aligned = pack(made, packed, code, dict(entry.split("=", 1) for entry in libraries))
    read_back.check(sign(made, aligned))


main(*sys.argv[1:])
