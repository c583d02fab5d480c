#!/bin/bash
# interop-jose.sh BUILD: a sample machine is stamped by EdDSA, ES256 and RS256; PyJWT and joserfc (PyPI, for development only) verify the
# stamps with the pinned keys alone. Each is printed to PDF, rendered to 300 dpi, turned by 7 degrees, read by zbarimg, and verifies.
set -euo pipefail
build=$(readlink -f "$1")
here=$(dirname "$(readlink -f "$0")")/interop
project=$(dirname "$(dirname "$here")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in softhsm2-util openssl pdftoppm zbarimg; do
  command -v "$program" >/dev/null || { echo "interop: $program is missing; make test-packages installs it" >&2; exit 1; }
done
python3 -m venv "$work/venv" >/dev/null
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PyJWT==2.15.1 joserfc==1.8.0 Pillow==13.0.0 cryptography ||
  { echo "interop: SKIPPED, PyJWT and joserfc could not be installed"; exit 0; }
python="$work/venv/bin/python"
export SOFTHSM2_CONF=$work/softhsm2.conf AIRSEAL_LANG=en AIRSEAL_STATE=$work/state
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

"$build/airseal-samples" build "$project/rules" "$project/samples" "$work/samples" >/dev/null
machine=$work/samples/clean-standalone
trust=$machine/issuers
"$build/airseal" scan --recording "$machine" --answers "$machine/answers.jws" --trust "$trust" --output "$work/scan" >/dev/null
facts=$work/scan/facts.sqlite
for key in ed25519 p256 rsa; do
  sign=(--key "$work/$key" --pin-file "$work/pin" --trust "$trust" --registers "$work/$key-registers")
  "$build/airseal" key trust "$work/$key.pub" --trust "$trust" >/dev/null
  "$build/airseal" stamp issue --facts "$facts" --answers "$machine/answers.jws" --issuer 'Phòng PA03' \
    --inspector 'Trần Thị Mẫu' --unit 'Đơn vị mẫu' --output "$work/$key.jws" "${sign[@]}"
  echo -n "Stamp: "
  "$python" "$here/jose-verify.py" "$work/$key.pub" <"$work/$key.jws"
  "$build/airseal" stamp print "$work/$key.jws" --output "$work/$key.pdf" "${sign[@]}" >/dev/null
  pdftoppm -r 300 -png -singlefile "$work/$key.pdf" "$work/$key"
  "$python" -c 'import sys; from PIL import Image
Image.open(sys.argv[1]).convert("L").rotate(7, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC).save(sys.argv[2])' \
    "$work/$key.png" "$work/$key-turned.png"
  zbarimg --nodbus --quiet --raw "$work/$key-turned.png" >"$work/$key.text"
  echo -n "QR of the printed stamp at 300 dpi, turned by 7 degrees, read by zbarimg: "
  "$python" "$here/jose-verify.py" "$work/$key.pub" <"$work/$key.text"
  "$build/airseal" stamp verify --qr "$work/$key-turned.png" --facts "$facts" --trust "$trust" --registers "$work/$key-registers"
done
