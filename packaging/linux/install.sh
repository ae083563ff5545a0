#!/bin/sh
# Installs Ladder Desktop @VERSION@ for the person who starts this: no administrator is needed.
#   sh FILE              installs into ~/.local
#   sh FILE --to FOLDER  only unpacks the program into FOLDER
#   sh FILE --check      only tells whether this file is whole
set -eu
say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
payload() { tail -n +$((@LINES@ + 1)) "$file"; }

file=$0
[ -r "$file" ] || fail "This file can't be read. Start it as: sh FILE"
packed=$(payload | wc -c)
[ "$packed" -eq @PACKED@ ] || fail "This file is not whole (copy it again)."
for tool in tar xz; do
    command -v "$tool" >/dev/null || fail "This needs the program $tool. Please install it."
done
[ "$(uname -m)" = x86_64 ] || fail "This is for computers with an Intel or AMD processor (x86-64)."

case "${1:-}" in
    --check) payload | xz -t && say "This file is whole." && exit 0; exit 1 ;;
    --to) [ -n "${2:-}" ] || fail "Where to? Give a folder after --to."; target=$2; only=yes ;;
    "") target="${XDG_DATA_HOME:-$HOME/.local/share}/ladder-desktop-program"; only= ;;
    *) fail "Usage: sh $file [--to FOLDER | --check]" ;;
esac

parent=$(dirname "$target")
mkdir -p "$parent" || fail "The folder $parent can't be made. Choose another with --to."
free=$(df -Pk "$parent" | awk 'NR == 2 { print $4 }')
[ "$free" -gt $((@NEEDED_KB@ * 2)) ] || fail "There is not enough room in $parent: $((@NEEDED_KB@ / 512)) MB are needed."

# unpacked beside its place and moved there whole: an interrupted one never looks finished
new=$(mktemp -d "$parent/.ladder-desktop-XXXXXX")
trap 'rm -rf "$new"' EXIT
trap 'exit 1' HUP INT TERM
say "Unpacking Ladder Desktop @VERSION@ ..."
payload | xz -dc | tar -xf - -C "$new" || fail "Unpacking failed. Is the disk full?"
chmod 755 "$new/program"
if [ -e "$target" ]; then
    [ -e "$target/ladder-desktop" ] || [ -z "$(ls -A "$target")" ] || fail "$target holds something else. Choose another folder with --to."
    mv "$target" "$new/former"
fi
mv "$new/program" "$target"
if [ -n "$only" ]; then
    say "Done. Start it with: $target/ladder-desktop"
    exit 0
fi

data="${XDG_DATA_HOME:-$HOME/.local/share}"
mkdir -p "$HOME/.local/bin" "$data"
ln -sf "$target/ladder-desktop" "$HOME/.local/bin/ladder-desktop"
for part in applications mime/packages metainfo icons/hicolor/scalable/apps man/man1; do
    mkdir -p "$data/$part"
    cp "$new/share/$part/"* "$data/$part/"
done
# a desktop does not look for programs in ~/.local/bin
escaped=$(printf '%s' "$target/ladder-desktop" | sed 's/[\\"`$]/\\&/g; s/[&|\\]/\\&/g')
sed -i "s|^Exec=ladder-desktop|Exec=\"$escaped\"|" "$data/applications/ladder-desktop.desktop"
for refresh in "update-desktop-database $data/applications" "update-mime-database $data/mime"; do
    command -v "${refresh%% *}" >/dev/null && "${refresh%% *}" "${refresh#* }" >/dev/null 2>&1 || true
done
say "Done. Ladder Desktop is in your menu of programs. To take it away again: sh $target/uninstall.sh"
exit 0
