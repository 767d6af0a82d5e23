"""Merges the manifests of the libraries into ours, as Gradle does, for the elements that these libraries have."""

import sys
import xml.etree.ElementTree as ElementTree

from project import IDENTIFIER, OLDEST, OURS, TARGET

ANDROID = "{http://schemas.android.com/apk/res/android}"
TOOLS = "{http://schemas.android.com/tools}"
NAME = f"{ANDROID}name"
ElementTree.register_namespace("android", ANDROID[1:-1])


def merge_component(application, component):
    """Adds a provider or receiver. One of the same name gets the children of both."""
    component.attrib.pop(f"{TOOLS}node", None)
    for known in application.findall(component.tag):
        if known.get(NAME) == component.get(NAME):
            if known.attrib != component.attrib:
                sys.exit(f"android: two libraries declare {component.get(NAME)} differently")
            known.extend(component)
            return
    application.append(component)


def merge_library(ours, library):
    for element in library:
        if element.tag in ["permission", "uses-permission"]:
            ours.insert(0, element)
        elif element.tag == "application":
            application = ours.find("application")
            for name, value in element.attrib.items():
                application.attrib.setdefault(name, value)
            for component in element:
                if component.tag not in ["provider", "receiver"]:
                    sys.exit(f"android: a library has <{component.tag}>, which cannot be merged")
                merge_component(application, component)
        elif element.tag != "uses-sdk":
            sys.exit(f"android: a library has <{element.tag}>, which cannot be merged")


def merged(libraries):
    """The manifest of the app, with what these files declare."""
    ours = ElementTree.parse(OURS / "AndroidManifest.xml").getroot()
    ours.set("package", IDENTIFIER)
    versions = {f"{ANDROID}minSdkVersion": str(OLDEST), f"{ANDROID}targetSdkVersion": str(TARGET)}
    ours.insert(0, ElementTree.Element("uses-sdk", versions))
    for path in libraries:
        merge_library(ours, ElementTree.fromstring(path.read_text().replace("${applicationId}", IDENTIFIER)))
    return ElementTree.tostring(ours, encoding="unicode")
