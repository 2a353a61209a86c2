#!/bin/sh
# Installs what LinkChart needs beside the Swift toolchain: the libraries of Graphviz, expat and zlib, pkg-config, fonts.
# Does nothing where all of it is there. Uses sudo when not root, and says so plainly when that is refused.
set -eu

have_library() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; }
have_font() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list ":lang=$1" family 2>/dev/null | head -n 1)" ]; }

packages=""
command -v pkg-config >/dev/null 2>&1 || packages="$packages pkg-config"
{ have_library libgvc && have_library libcgraph; } || packages="$packages libgraphviz-dev"
have_library expat || packages="$packages libexpat1-dev"
have_library zlib || packages="$packages zlib1g-dev"
command -v fc-list >/dev/null 2>&1 || packages="$packages fontconfig"
# Latin, Cyrillic, Greek, Arabic, Urdu, Devanagari; then Chinese, Japanese, Korean.
have_font ur && have_font ru || packages="$packages fonts-noto-core"
have_font zh-cn || packages="$packages fonts-noto-cjk"
[ -n "$packages" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "LinkChart needs the libraries of Graphviz and expat and fonts, and this machine has no apt-get to install them." >&2
    echo "On macOS: brew install graphviz expat pkgconf font-noto-sans. Elsewhere, install what stands for:$packages" >&2
    exit 69
fi

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    echo "LinkChart needs these Debian packages:$packages" >&2
    echo "Installing them takes root, and there is no sudo here. As root, run:" >&2
    echo "    apt-get install$packages" >&2
    exit 69
fi

echo "Installing:$packages" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # a list of words is what is meant
if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null; }; then
    echo "Could not install:$packages" >&2
    echo "If root's rights were refused or the network is down, install them by hand and run make again:" >&2
    echo "    sudo apt-get install$packages" >&2
    exit 69
fi
have_library libgvc || { echo "libgraphviz-dev is installed, but pkg-config does not find libgvc" >&2; exit 69; }
have_library expat || { echo "libexpat1-dev is installed, but pkg-config does not find expat" >&2; exit 69; }
have_library zlib || { echo "zlib1g-dev is installed, but pkg-config does not find zlib" >&2; exit 69; }
