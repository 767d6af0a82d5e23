"""Compiles the activity, wry's Kotlin and what Gradle and aapt2 generate."""

import re
import subprocess
import sys

import parts
from project import IDENTIFIER, OURS, PACKAGE, fresh

from crate_sources import crate_sources  # isort: skip (project sets the path)

# The framework of Robolectric has methods that Android hides from apps. `Context.destroy` is one.
HIDDEN = '@file:Suppress("VIRTUAL_MEMBER_HIDDEN")\n'
LIBRARY = "main"  # `dx` names the library libmain.so


def expanded(text):
    """A template of wry, as its build script expands it for `dx`."""
    for name, value in {"package": PACKAGE, "package-unescaped": PACKAGE, "library": LIBRARY}.items():
        text = text.replace("{{%s}}" % name, value)
    return re.sub(r"\{\{class-(extension|init)\}\}", "", text)


def kotlin_sources(folder):
    """Writes wry's classes and our activity. Returns the keep rules of both."""
    fresh(folder)
    for template in (crate_sources("wry") / "android/kotlin").iterdir():
        first = HIDDEN if template.stem == "WryActivity" else ""
        (folder / template.name).write_text(first + expanded(template.read_text()))
    (folder / "MainActivity.kt").write_text((OURS / "MainActivity.kt").read_text())
    return [folder / "proguard-wry.pro", OURS / "keep.pro"]


def java_sources(folder, debug):
    """Writes what Gradle generates, and the stand-ins for androidx.webkit."""
    texts = (parts.LIST.with_name("webkit.txt")).read_text().split("=== ")[1:]
    sources = dict(text.split("\n", 1) for text in texts)
    sources[f"{IDENTIFIER.replace('.', '/')}/BuildConfig.java"] = f"""package {IDENTIFIER};
        public final class BuildConfig {{ public static final boolean DEBUG = {"true" if debug else "false"}; }}"""
    for name, text in sources.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        yield path


def kotlin(compiler, class_path, sources, to):
    """Compiles with the version of Kotlin that `dx` names in build.gradle.kts."""
    command = ["-cp", ":".join(map(str, compiler)), "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-nowarn", "-no-stdlib"]
    command += ["-no-reflect", "-jvm-target", "17", "-cp", ":".join(map(str, class_path)), "-d", to, *sources]
    if subprocess.run(["java", "-Xmx1g", *command]).returncode:
        sys.exit("android: the Kotlin does not compile")


def compile_app(folder, found, resources, debug=False):
    """The folders with the compiled classes, and the keep rules."""
    fresh(folder)
    keep = kotlin_sources(folder / "kotlin")
    class_path = [*found["framework"], *parts.classes(found["libraries"])]
    java = [*java_sources(folder / "java", debug), *resources.java.rglob("*.java")]
    options = ["-nowarn", "-proc:none", "--release", "17", "-cp", ":".join(map(str, class_path)), "-d", folder / "of-java"]
    subprocess.run(["javac", *options, *java], check=True)
    sources = sorted((folder / "kotlin").glob("*.kt"))
    kotlin(found["compiler"], [folder / "of-java", *class_path], sources, folder / "of-kotlin")
    return [folder / "of-java", folder / "of-kotlin"], keep
