#!/bin/bash
# interop-jose.sh BUILD: PyJWT and joserfc (PyPI, for development only) verify what airseal signs by EdDSA, ES256 and RS256 with
# the pinned keys alone; a QR code that airseal draws is rendered, turned by 7 degrees, read by zbarimg, and verifies.
set -euo pipefail
build=$(readlink -f "$1")
here=$(dirname "$(readlink -f "$0")")/interop
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in softhsm2-util openssl pdftoppm zbarimg; do
  command -v "$program" >/dev/null || { echo "interop: $program is missing; make test-packages installs it" >&2; exit 1; }
done
python3 -m venv "$work/venv" >/dev/null
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PyJWT==2.15.1 joserfc==1.8.0 Pillow==13.0.0 cryptography ||
  { echo "interop: SKIPPED, PyJWT and joserfc could not be installed"; exit 0; }
python="$work/venv/bin/python"
export SOFTHSM2_CONF=$work/softhsm2.conf AIRSEAL_LANG=en
mkdir "$work/tokens"
printf 'directories.tokendir = %s\nobjectstore.backend = file\n' "$work/tokens" >"$SOFTHSM2_CONF"
softhsm2-util --init-token --free --label interop --so-pin 13572468 --pin 246813 >/dev/null
openssl genpkey -quiet -out "$work/rsa.pem" -algorithm RSA -pkeyopt rsa_keygen_bits:2048
openssl genpkey -quiet -out "$work/p256.pem" -algorithm EC -pkeyopt ec_paramgen_curve:P-256
(umask 077 && echo 246813 >"$work/pin")
"$build/airseal" key new "$work/ed25519" --name 'Interop' --test >/dev/null
id=0
for key in rsa p256; do
  id=$((id + 1))
  softhsm2-util --import "$work/$key.pem" --token interop --label $key --id 0$id --pin 246813 >/dev/null
  "$build/airseal" key import "$work/$key" --name 'Interop' --test --pin-file "$work/pin" \
    --pkcs11 "pkcs11:token=interop;object=$key?module-path=/usr/lib/softhsm/libsofthsm2.so" >/dev/null
done
for key in ed25519 rsa p256; do
  "$build/airseal" key trust "$work/$key.pub" --trust "$work/$key-issuers" >/dev/null
  kid=$("$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))["kid"])' "$work/$key.pub")
  "$build/airseal" key revoke "$kid" --reason superseded --key "$work/$key" --pin-file "$work/pin" \
    --trust "$work/$key-issuers" >/dev/null
  "$python" "$here/jose-verify.py" "$work/$key.pub" <"$work/$key-issuers/revocations.jws"
done
font=$(awk '$2 == "regular:" { print $3; exit }' "$(dirname "$0")/../rules/stamp-labels.yaml")
bold=$(awk '$1 == "bold:" { print $2; exit }' "$(dirname "$0")/../rules/stamp-labels.yaml")
for key in ed25519 p256 rsa; do
  "$python" "$here/draw-label.py" "$build/airseal-parse" "$font" "$bold" "$work/$key.pdf" <"$work/$key-issuers/revocations.jws"
  pdftoppm -r 300 -png -singlefile "$work/$key.pdf" "$work/$key"
  "$python" -c 'import sys; from PIL import Image
Image.open(sys.argv[1]).convert("L").rotate(7, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC).save(sys.argv[2])' \
    "$work/$key.png" "$work/$key-turned.png"
  zbarimg --nodbus --quiet --raw "$work/$key-turned.png" >"$work/$key.text"
  echo -n "QR at 300 dpi, turned by 7 degrees, read by zbarimg: "
  "$python" "$here/jose-verify.py" "$work/$key.pub" <"$work/$key.text"
done
