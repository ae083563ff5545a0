#!/bin/sh
# Compares every file of this stick with its sum. In a terminal: sh "verify-linux.sh"
cd "$(dirname "$0")/.." || exit 1
if [ ! -f SHA256SUMS.txt ]; then
    echo "This stick is not finished: it holds no sums. / Esta memoria no está completa."
    exit 1
fi
if sha256sum -c SHA256SUMS.txt; then
    echo "Every file is whole. / Todos los archivos están completos."
else
    echo "Copy the stick again. / Vuelva a copiar la memoria."
    exit 1
fi
