#!/bin/sh
# Takes Ladder Desktop away again; workbooks and settings stay.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data="${XDG_DATA_HOME:-$HOME/.local/share}"
[ -e "$here/ladder-desktop" ] || { echo "Ladder Desktop is not in $here." >&2; exit 1; }
if [ "$(readlink "$HOME/.local/bin/ladder-desktop" || true)" = "$here/ladder-desktop" ]; then
    rm -f "$HOME/.local/bin/ladder-desktop" "$data/applications/ladder-desktop.desktop" \
        "$data/mime/packages/ladder-desktop.xml" \
        "$data/metainfo/org.ladderdesktop.LadderDesktop.metainfo.xml" \
        "$data/icons/hicolor/scalable/apps/ladder-desktop.svg" "$data/man/man1/ladder-desktop.1.gz"
    command -v update-mime-database >/dev/null && update-mime-database "$data/mime" >/dev/null 2>&1 || true
fi
rm -rf "$here"
echo "Ladder Desktop was taken away. Your workbooks are where they were." >&2
