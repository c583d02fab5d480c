"""canary.py FOLDER WORD: a marked file for every format and place of the matrix, with WORD in that place and in the text."""
import os
import sys

import texts

WORD = sys.argv[2]
texts.HEAD.append(WORD)
texts.TAIL[:0] = ["TỐI MẬT", f"{WORD} {WORD}"]

import build  # noqa: E402  the writers take the lists above as they are imported

count = 0
for format_, ending, encodings, places, write in build.formats():
    for place in places:
        folder = os.path.join(sys.argv[1], "home/an", format_)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, place + ending), "wb") as file:
            file.write(write(encodings[0], place, WORD))
        count += 1
print(f"{count} files")
