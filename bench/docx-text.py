#!/usr/bin/env python3
"""bench/docx-text.py FILE: the words of a .docx, for ugrep's filter."""
import re, sys, zipfile

with zipfile.ZipFile(sys.argv[1]) as file:
    print(re.sub("<[^>]+>", " ", file.read("word/document.xml").decode()))
