"""Reads compiled XML out of an APK, as aapt2 prints it."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree


def printed(*arguments):
    return subprocess.run(["aapt2", "dump", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def attribute(line):
    """Name without namespace, and value without quotes: `http://…:name(0x01010003)="INTERNET" (Raw: "INTERNET")`."""
    name, value = re.fullmatch(r'(?:http\S*/android:)?(\w+)(?:\(0x\w+\))?=(.*)', line).groups()
    text = re.match(r'"(.*)" \(Raw: ', value)
    return name, text[1] if text else value.strip('"')


def tree(text):
    """The elements of a printed file. Each level is indented by four spaces more than the one around it."""
    levels = [(-1, ElementTree.Element("file"))]
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        kind, _, content = line.strip().partition(": ")
        if kind == "E":
            while levels[-1][0] >= indent:
                levels.pop()
            element = ElementTree.SubElement(levels[-1][1], content.split(" ")[0])
            levels.append((indent, element))
        elif kind == "A":
            name, value = attribute(content)
            levels[-1][1].set(name, value)
        elif kind == "T":
            levels[-1][1].text = content.strip("'")
    return levels[0][1][0]


class Package:
    def __init__(self, path):
        self.path = path
        lines = printed("resources", path)
        found = re.findall(r"resource (0x\w+) \w+/\S+\n\s+\(\) \(file\) (\S+)", lines)
        self.files = {f"@{identifier}": file for identifier, file in found}

    def xml(self, file):
        """The content of a file, or of the resource with this identifier."""
        return tree(printed("xmltree", self.path, "--file", self.files.get(file, file)))
