#!/bin/sh
# make.sh: makes the Office files of this folder from the flat OpenDocument files beside them, with LibreOffice 7.4.
set -eu
cd "$(dirname "$0")"
soffice --headless --convert-to doc:"MS Word 97" places.fodt
soffice --headless --convert-to rtf places.fodt
soffice --headless --convert-to xls:"MS Excel 97" places.fods
soffice --headless --convert-to ppt:"MS PowerPoint 97" places.fodp
# Without the preview picture, which takes 400 kB; gsf is of the package libgsf-bin.
work=$(mktemp -d)
for stream in 'PowerPoint Document' 'Current User'; do gsf cat places.ppt "$stream" > "$work/$stream"; done
(cd "$work" && gsf createole places.ppt 'PowerPoint Document' 'Current User')
mv "$work/places.ppt" places.ppt
rm -r "$work"
