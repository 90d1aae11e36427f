#!/usr/bin/env bash
# Puts the released binary for this machine into a folder, if its checksum is the one in release.sha256 beside this file.
# install.sh FOLDER; $RELEASES is the address below which v<version>/<archive> stands.
set -euo pipefail

folder=$1
list="$(dirname "$0")/release.sha256"

case "$(uname -sm)" in
  "Linux x86_64") target=x86_64-unknown-linux-musl ;;
  "Linux aarch64") target=aarch64-unknown-linux-musl ;;
  "Darwin x86_64") target=x86_64-apple-darwin ;;
  "Darwin arm64") target=aarch64-apple-darwin ;;
  MINGW*x86_64 | MSYS*x86_64) target=x86_64-pc-windows-msvc ;;
  *) target="$(uname -sm)" ;;
esac

line=$(grep -E "^[0-9a-f]{64}  yakugo-[0-9][^ ]*-$target\.tar\.gz$" "$list") || {
  echo "yakugo: no release for $target is listed in $list: use a tagged version of this action" >&2
  exit 2
}
archive=${line##* }
version=${archive#yakugo-}
version=${version%-"$target".tar.gz}

mkdir -p "$folder"
cd "$folder"
curl --fail --silent --show-error --location --output "$archive" "$RELEASES/v$version/$archive"
if command -v sha256sum >/dev/null; then judge=(sha256sum); else judge=(shasum -a 256); fi
if ! echo "$line" | "${judge[@]}" --check --status; then
  rm -f "$archive"
  echo "yakugo: $archive is not the file that was released: its checksum is another one" >&2
  exit 2
fi
tar -xzf "$archive"
rm "$archive"
