"""Reads what matters here of a 64-bit ELF library."""

import struct


class Library:
    def __init__(self, data):
        assert data[:5] == b"\x7fELF\x02", "not a library for 64 bits"
        self.data = data
        segments, sections = struct.unpack_from("<QQ", data, 32)
        _, segment_count, _, section_count, self.names = struct.unpack_from("<5H", data, 54)
        self.segments = [struct.unpack_from("<IIQQQQQQ", data, segments + 56 * at) for at in range(segment_count)]
        self.sections = [struct.unpack_from("<IIQQQQIIQQ", data, sections + 64 * at) for at in range(section_count)]

    def alignments(self):
        """Of the segments that are loaded."""
        return [segment[7] for segment in self.segments if segment[0] == 1]

    def text(self, section, offset):
        start = self.sections[section][4] + offset
        return self.data[start : self.data.index(0, start)].decode()

    def section_names(self):
        return {self.text(self.names, section[0]) for section in self.sections}

    def exports(self):
        names = set()
        for kind, link, start, size in ((s[1], s[6], s[4], s[5]) for s in self.sections):
            if kind == 11:  # the symbols for the dynamic linker
                for at in range(start, start + size, 24):
                    name, _, _, section = struct.unpack_from("<IBBH", self.data, at)
                    if section:
                        names.add(self.text(link, name))
        return names
