#!/bin/sh
# Installs the program, its manual page and shell completions. Usage: install.sh BINARY PREFIX | --remove PREFIX
set -eu
prefix=$2
bin=$prefix/bin/linkchart
man=$prefix/share/man/man1/linkchart.1
bash=$prefix/share/bash-completion/completions/linkchart
zsh=$prefix/share/zsh/site-functions/_linkchart
fish=$prefix/share/fish/vendor_completions.d/linkchart.fish

if [ "$1" = --remove ]; then
    rm -f "$bin" "$man" "$bash" "$zsh" "$fish"
    exit 0
fi

install -d "$(dirname "$bin")" "$(dirname "$man")" "$(dirname "$bash")" "$(dirname "$zsh")" "$(dirname "$fish")"
install -m 755 "$1" "$bin"
# The tool behind --help writes the manual page from the same texts.
swift package --disable-sandbox --allow-writing-to-package-directory generate-manual --multi-page >/dev/null 2>&1 || true
