#!/bin/sh
# Compares every file of this stick with its sum. In a terminal: sh "verify-mac.command"
cd "$(dirname "$0")/.." || exit 1
if [ ! -f SHA256SUMS.txt ]; then
    echo "This stick is not finished: it holds no sums. / Esta memoria no está completa."
    exit 1
fi
if shasum -a 256 -c SHA256SUMS.txt; then
    echo "Every file is whole. / Todos los archivos están completos."
else
    echo "Copy the stick again. / Vuelva a copiar la memoria."
    exit 1
fi
