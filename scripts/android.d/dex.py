"""Reads the classes and methods of Android's bytecode (classes.dex)."""

import struct
from dataclasses import dataclass

NATIVE = 0x100


@dataclass(frozen=True)
class Method:
    owner: str  # as in "dev/dioxus/main/MainActivity"
    name: str
    signature: str  # as in "(Z)V"
    is_native: bool


class Dex:
    def __init__(self, data):
        self.data = data
        tables = struct.unpack_from("<14I", data, 56)
        self.strings, self.types, self.prototypes, _, self.method_ids, self.class_definitions = (
            tables[at : at + 2] for at in range(0, 12, 2)
        )

    def number(self, at):
        """A variable-length number, and the offset behind it."""
        value = shift = 0
        while True:
            byte = self.data[at]
            value |= (byte & 0x7F) << shift
            at, shift = at + 1, shift + 7
            if byte < 0x80:
                return value, at

    def entry(self, table, index, layout):
        return struct.unpack_from(layout, self.data, table[1] + index * struct.calcsize(layout))

    def string(self, index):
        (at,) = self.entry(self.strings, index, "<I")
        _, start = self.number(at)
        return self.data[start : self.data.index(0, start)].decode()

    def type(self, index):
        return self.string(*self.entry(self.types, index, "<I"))

    def signature(self, index):
        _, result, parameters = self.entry(self.prototypes, index, "<III")
        count = struct.unpack_from("<I", self.data, parameters)[0] if parameters else 0
        types = struct.unpack_from(f"<{count}H", self.data, parameters + 4)
        return f"({''.join(map(self.type, types))}){self.type(result)}"

    def methods_of(self, at):
        """Identifier and access flags of the methods in a class's data."""
        counts = []
        for _ in range(4):
            count, at = self.number(at)
            counts.append(count)
        for _ in range(2 * (counts[0] + counts[1])):
            _, at = self.number(at)
        for count in counts[2:]:
            identifier = 0
            for _ in range(count):
                step, at = self.number(at)
                flags, at = self.number(at)
                _, at = self.number(at)
                identifier += step
                yield identifier, flags

    def classes(self):
        """The defined classes with their methods."""
        found = {}
        for index in range(self.class_definitions[0]):
            values = self.entry(self.class_definitions, index, "<8I")
            owner = self.type(values[0])[1:-1]
            found[owner] = set()
            for identifier, flags in self.methods_of(values[6]) if values[6] else []:
                _, prototype, name = self.entry(self.method_ids, identifier, "<HHI")
                method = Method(owner, self.string(name), self.signature(prototype), bool(flags & NATIVE))
                found[owner].add(method)
        return found
