#!/bin/bash
# bundle.sh BUILD TARGET: program, worker, their libraries with the C library, rules and magic data in one folder.
# No link stands in it, so that it can lie on a FAT or exFAT stick.
set -euo pipefail
build=$1 target=$2
cd "$(dirname "$0")/.."
rm -rf "$target"
mkdir -p "$target"/{bin,lib/locale,share/airseal,share/licenses}

package_of() { # FILE: the Debian package that it came in, whether named by /lib or /usr/lib
  local path=$1
  dpkg -S "$path" 2>/dev/null || dpkg -S "$(readlink -f "$path")" 2>/dev/null || dpkg -S "/usr$path" 2>/dev/null ||
    dpkg -S "${path#/usr}" 2>/dev/null || true
}
keep_licence() { # FILE
  local package
  package=$(package_of "$1" | sed -n '1s/:.*//p')
  [ -n "$package" ] || { echo "bundle: no package owns $1" >&2; return 0; }
  [ ! -e "/usr/share/doc/$package/copyright" ] ||
    cp -L "/usr/share/doc/$package/copyright" "$target/share/licenses/$package"
}

for program in airseal airseald airseal-parse; do
  install -s "$build/$program" "$target/bin/$program"
  missing=$(ldd "$build/$program" | grep 'not found' || true)
  [ -z "$missing" ] || { echo "bundle: $program lacks$missing" >&2; exit 1; }
done
loader=$(ldd "$build/airseal" | awk '/ld-linux/ { print $1 }')
folder=$(dirname "$(ldd "$build/airseal" | awk '/libc\.so\.6 =>/ { print $3 }')")
{
  for program in airseal airseald airseal-parse; do ldd "$build/$program" | awk '/=> \// { print $3 }'; done
  # Opened by name at run time.
  yara=$(ldconfig -p | awk '/libyara\.so\.[0-9]+ / && !found { print $NF; found = 1 }')
  [ -n "$yara" ] || { echo "bundle: no libyara" >&2; exit 1; }
  echo "$yara"
  ldd "$yara" | awk '/=> \// { print $3 }'
  zbar=$(ldconfig -p | awk '/libzbar\.so\.0 / && !found { print $NF; found = 1 }')
  [ -n "$zbar" ] || { echo "bundle: no libzbar" >&2; exit 1; }
  echo "$zbar"
  ldd "$zbar" | awk '/=> \// { print $3 }'
  echo "$loader"
  for name in libnss_files.so.2 libnss_compat.so.2; do [ ! -e "$folder/$name" ] || echo "$folder/$name"; done
} | sort -u | while read -r library; do
  cp -L "$library" "$target/lib/"
  keep_licence "$library"
done
cp -rL /usr/lib/locale/C.utf8 "$target/lib/locale/"
# Character sets of mails and old documents; the index is of the machine that it was made on.
for gconv in /usr/lib/*-linux-gnu/gconv /usr/lib64/gconv; do [ ! -d "$gconv" ] || cp -rL "$gconv" "$target/lib/"; done
rm -f "$target/lib/gconv/gconv-modules.cache"
[ -e "$target/lib/gconv/gconv-modules" ] || { echo "bundle: no character sets" >&2; exit 1; }
cp -L "$(readlink -f /usr/share/misc/magic.mgc)" "$target/share/magic.mgc"
keep_licence "$(readlink -f /usr/share/misc/magic.mgc)"
# Fonts of printed stamps, as the first pair of rules/stamp-labels.yaml names them.
mkdir -p "$target/share/fonts"
awk '$1 == "-" && $2 == "regular:" { seen++; if (seen == 1) print $3 } $1 == "bold:" && seen == 1 { print $2 }' \
  rules/stamp-labels.yaml | while read -r font; do
  cp -L "$font" "$target/share/fonts/"
  keep_licence "$font"
done
cp -r rules "$target/share/airseal/rules"
for file in LICENSE README.md; do [ ! -e "$file" ] || cp "$file" "$target/"; done
for program in airseal airseald airseal-parse; do
  sed -e "s|@program@|$program|; s|@loader@|$(basename "$loader")|" packaging/launch.sh.in > "$target/$program"
  chmod 755 "$target/$program"
done
(cd "$target" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs -d '\n' sha256sum > SHA256SUMS)
du -sh "$target" | awk '{ print "bundle: " $2 " (" $1 ")" }'
