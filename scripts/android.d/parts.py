"""Downloads what parts.txt lists with Maven, and checks each file's SHA-256."""

import hashlib
import pathlib
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape

LIST = pathlib.Path(__file__).with_name("parts.txt")


def listed():
    """The sections of the list, with coordinate and SHA-256 of each part."""
    sections = {}
    for line in LIST.read_text().splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            section.append(line.split())
    return sections


def split(coordinate):
    group, artifact, version, *kind = coordinate.split(":")
    return group, artifact, version, kind[0] if kind else "jar"


def version(name):
    """The version of a part, `group:artifact`."""
    return next(split(part)[2] for parts in listed().values() for part, _ in parts if part.startswith(f"{name}:"))


def file_of(folder, coordinate):
    _, artifact, version, kind = split(coordinate)
    return folder / f"{artifact}-{version}.{kind}"


def is_intact(path, digest):
    if not path.exists():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == digest


def download(folder, coordinates):
    """Copies the parts, without what they depend on, into the folder."""
    items = ""
    for group, artifact, version, kind in map(split, coordinates):
        names = {"groupId": group, "artifactId": artifact, "version": version, "type": kind}
        items += f"<artifactItem>{''.join(f'<{key}>{escape(value)}</{key}>' for key, value in names.items())}</artifactItem>"
    project = folder / "pom.xml"
    project.write_text(f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion><groupId>app.latchkey</groupId><artifactId>parts</artifactId><version>1</version>
        <packaging>pom</packaging><build><plugins><plugin>
        <groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>2.8</version>
        <configuration><outputDirectory>{escape(str(folder))}</outputDirectory><overWriteReleases>true</overWriteReleases>
        <artifactItems>{items}</artifactItems></configuration></plugin></plugins></build></project>""")
    done = subprocess.run(["mvn", "--batch-mode", "--quiet", "--file", project, "dependency:copy"])
    if done.returncode:
        sys.exit("android: Maven cannot download the parts. AndroidX needs Google's repository in Maven's settings.")


def fetch(folder, sections):
    """The files of these sections, as {section: [path]}. Downloads what is missing or damaged."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {section: listed()[section] for section in sections}
    entries = {coordinate: digest for parts in wanted.values() for coordinate, digest in parts}
    missing = [name for name, digest in entries.items() if not is_intact(file_of(folder, name), digest)]
    if missing:
        print(f"Downloading {len(missing)} parts with Maven")
        download(folder, missing)
    wrong = [name for name in missing if not is_intact(file_of(folder, name), entries[name])]
    if wrong:
        sys.exit(f"android: the SHA-256 differs from parts.txt: {', '.join(wrong)}")
    return {section: [file_of(folder, name) for name, _ in parts] for section, parts in wanted.items()}


def unpacked(archive):
    """The folder with the content of an Android library (.aar)."""
    folder = archive.with_suffix("")
    if not folder.is_dir():
        unfinished = folder.with_name(f"{folder.name}.part")
        with zipfile.ZipFile(archive) as file:
            file.extractall(unfinished)
        unfinished.rename(folder)
    return folder


def classes(libraries):
    """The class files of libraries: a .jar itself, or the archives in an .aar."""
    for library in libraries:
        if library.suffix == ".jar":
            yield library
        else:
            folder = unpacked(library)
            yield from [path for path in [folder / "classes.jar", *folder.glob("libs/*.jar")] if path.exists()]
