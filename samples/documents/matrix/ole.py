"""Compound files ([MS-CFB]), and the markings of ready-made Office files exchanged for others."""
import struct

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(tree):
    """A compound file of streams (bytes) and storages (dictionaries)."""
    entries = [["Root Entry", 5, None, FREE, FREE, FREE]]

    def add(children):
        numbers = []
        for name, value in sorted(children.items(), key=lambda item: (len(item[0]), item[0].upper())):
            entries.append([name, 1 if isinstance(value, dict) else 2, value, FREE, FREE, FREE])
            numbers.append(len(entries) - 1)
        for number in numbers:
            if entries[number][1] == 1:
                entries[number][5] = add(entries[number][2])

        def balance(part):
            if not part:
                return FREE
            middle = len(part) // 2
            entries[part[middle]][3] = balance(part[:middle])
            entries[part[middle]][4] = balance(part[middle + 1:])
            return part[middle]

        return balance(numbers)

    entries[0][5] = add(tree)
    sectors, fat, mini, minifat = [], [], b"", []

    def store(data):
        if not data:
            return END
        first = len(sectors)
        pieces = [data[at:at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        sectors.extend(pieces)
        fat.extend(list(range(first + 1, first + len(pieces))) + [END])
        return first

    places = {}
    for number, entry in enumerate(entries):
        if entry[1] != 2:
            continue
        data = entry[2]
        if len(data) >= CUTOFF or not data:
            places[number] = store(data)
        else:
            first = len(minifat)
            count = -(-len(data) // MINI)
            minifat.extend(list(range(first + 1, first + count)) + [END])
            mini += data.ljust(count * MINI, b"\0")
            places[number] = first
    root = store(mini)
    minifat_start = store(b"".join(struct.pack("<I", n) for n in minifat + [FREE] * (-len(minifat) % 128)))
    minifat_count = -(-len(minifat) // 128)
    directory = b""
    for number, (name, kind, value, left, right, child) in enumerate(entries):
        wide = name.encode("utf-16-le")
        start, size = (root, len(mini)) if number == 0 else (places.get(number, 0), len(value) if kind == 2 else 0)
        directory += wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide) + 2, kind, 1, left, right, child) + bytes(36) + struct.pack("<IQ", start, size)
    directory += (bytes(68) + struct.pack("<III", FREE, FREE, FREE) + bytes(48)) * (-len(entries) % 4)
    directory_start = store(directory)
    count = 1
    while -(-(len(sectors) + count) // 128) > count:
        count += 1
    fat_start = len(sectors)
    fat.extend([FAT] * count)
    fat.extend([FREE] * (count * 128 - len(fat)))
    table = b"".join(struct.pack("<I", n) for n in fat)
    difat = [fat_start + n for n in range(count)] + [FREE] * (109 - count)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, count, directory_start, 0, CUTOFF, minifat_start if minifat else END, minifat_count, END, 0)
    return header + struct.pack("<109I", *difat) + b"".join(sectors) + table
