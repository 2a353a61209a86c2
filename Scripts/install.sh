#!/bin/sh
# Installs the program, its manual pages and shell completions. Usage: install.sh BINARY PREFIX | --remove PREFIX
set -eu
prefix=$2
bin=$prefix/bin
man=$prefix/share/man/man1
bash=$prefix/share/bash-completion/completions
zsh=$prefix/share/zsh/site-functions
fish=$prefix/share/fish/vendor_completions.d

if [ "$1" = --remove ]; then
    rm -f "$bin/linkchart" "$man"/linkchart.1 "$man"/linkchart.*.1 "$bash/linkchart" "$zsh/_linkchart" \
        "$fish/linkchart.fish"
    exit 0
fi

if ! mkdir -p "$bin" "$man" "$bash" "$zsh" "$fish" 2>/dev/null || ! [ -w "$bin" ]; then
    echo "Can't write to $prefix. Install as root, or elsewhere: make install PREFIX=\$HOME/.local" >&2
    exit 73
fi
# First the program itself, whole or not at all: the manual is made by another build.
install -m 755 "$1" "$bin/.linkchart.new"
mv -f "$bin/.linkchart.new" "$bin/linkchart"

"$bin/linkchart" --generate-completion-script bash >"$bash/linkchart"
"$bin/linkchart" --generate-completion-script zsh >"$zsh/_linkchart"
"$bin/linkchart" --generate-completion-script fish >"$fish/linkchart.fish"

# swift-argument-parser's plugin writes the pages from the texts of --help; a debug build of the tool will do.
swift package --disable-sandbox generate-manual --multi-page --configuration debug >/dev/null
pages=.build/plugins/GenerateManual/outputs/LinkChartCLI
for page in "$pages"/*.1; do install -m 644 "$page" "$man/"; done
echo "linkchart is in $bin, its manual in $man; completions for bash, zsh and fish are beside them."
