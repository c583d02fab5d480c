"""jose-verify.py KEY.pub < TEXT: verifies a compact JWS with PyJWT and with joserfc, and that both refuse a changed one."""
import json
import sys
import warnings

import jwt
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import import_key

warnings.simplefilter("ignore")
pinned = json.load(open(sys.argv[1], encoding="utf-8"))
text = sys.stdin.read().strip()
algorithm = {"OKP": "EdDSA", "EC": "ES256", "RSA": "RS256"}[pinned["kty"]]
middle = text.index(".") + 5
changed = text[:middle] + ("A" if text[middle] != "A" else "B") + text[middle + 1:]

first = jwt.PyJWS().decode_complete(text, key=jwt.PyJWK.from_dict(pinned, algorithm), algorithms=[algorithm])
try:
    jwt.PyJWS().decode_complete(changed, key=jwt.PyJWK.from_dict(pinned, algorithm), algorithms=[algorithm])
    sys.exit("PyJWT takes a changed text")
except jwt.InvalidTokenError:
    pass

key = import_key({name: pinned[name] for name in ("kty", "crv", "x", "y", "n", "e") if name in pinned})
second = jws.deserialize_compact(text, key, algorithms=[algorithm])
try:
    jws.deserialize_compact(changed, key, algorithms=[algorithm])
    sys.exit("joserfc takes a changed text")
except JoseError:
    pass

if first["payload"] != second.payload or first["header"]["kid"] != pinned["kid"]:
    sys.exit("the two read different things")
if key.thumbprint() != pinned["kid"]:
    sys.exit("the identifier is no thumbprint (RFC 7638)")
print(f"{algorithm}: {first['header']['typ']} of {len(text)} bytes verifies with PyJWT and joserfc")
