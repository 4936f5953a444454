#!/usr/bin/env bash
# The wheel carries all it needs: installed in an environment that may not be written, it reads and builds from anywhere.
set -euo pipefail
cd "$(dirname "$0")/.."
make --silent .venv/ready-test
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
# From a copy of what git keeps: what lies about here must not get into it.
git ls-files -z | tar --null --files-from=- --create | tar --extract --directory "$folder" --one-top-level=sources
.venv/bin/pip wheel --quiet --no-deps --wheel-dir "$folder" "$folder/sources"
rm -rf "$folder/sources"
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check "$(echo "$folder"/*.whl)[authoring]"
chmod -R a-w "$folder/environment"
mkdir "$folder/elsewhere"
cd "$folder/elsewhere"
export PMLAPP_HOME=$folder/own PYTHONDONTWRITEBYTECODE=1 QT_QPA_PLATFORM=offscreen
"$folder/environment/bin/pmlapp" --self-test
"$folder/environment/bin/pmlapp" --article causes/what-causes-pml --text | grep --quiet "What causes PML?"
"$folder/environment/bin/pmlapp" --snapshot page.png
"$folder/environment/bin/pml" new library . --help >/dev/null
"$folder/environment/bin/pml" build --output library.db
"$folder/environment/bin/pmlapp" --library library.db --self-test >/dev/null
"$folder/environment/bin/pml" lint
echo "wheel: $(stat --format %s "$folder"/*.whl) bytes; $(find "$folder/elsewhere" -type f -printf '%f ')"
