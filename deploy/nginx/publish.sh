#!/usr/bin/env bash
# Puts dist/ where nginx looks, all at once: deploy/nginx/publish.sh /srv/fire-marshal
# Reads BASE_PATH, as the build does.
set -euo pipefail
target=${1:?"Name the folder, as in /srv/fire-marshal"}
release=$(date -u +%Y%m%dT%H%M%SZ)

folder="$target/$release${BASE_PATH:-}"
mkdir -p "$folder"
cp -a dist/. "$folder"
# Compressed once here rather than at each visit.
find "$target/$release" -type f -regex '.*\.\(html\|css\|js\|json\|svg\|xml\|ics\|csv\)' -size +1k -print0 |
  while IFS= read -r -d '' file; do
    gzip -9 -k -n "$file"
    if command -v brotli >/dev/null; then brotli -q 11 -k "$file"; fi
  done
ln -s "$release" "$target/current.new"
mv -T "$target/current.new" "$target/current"
# The last three stay, for whoever is reading and for going back.
find "$target" -maxdepth 1 -type d -name '2*Z' | sort | head -n -3 | xargs -r rm -rf
