#!/bin/sh
# Builds the documentation of all modules into one site of static pages, with links from module to module, after
# compiling every example in the articles. A warning is an error: a link that leads nowhere, a parameter left out.
# Needs nothing but the Swift toolchain and what the library is built with. Usage: docs.sh [OUTPUT]
set -eu
cd "$(dirname "$0")/.."
output=${1:-docs/api}
# Each module after those that it links to.
modules="LinkChartModel LinkChartAnalytics LinkChartFormats LinkChartResolution LinkChartDrawing LinkChartTestKit LinkChart"

# Xcode keeps its tools out of the search path, and has its libraries in an SDK.
xcrun="" sdk=""
if command -v xcrun >/dev/null 2>&1; then
    xcrun=xcrun
    sdk="-sdk $(xcrun --show-sdk-path)"
fi

swift build --target LinkChart
swift build --target LinkChartTestKit
bin=$(swift build --show-bin-path)
# The compiled modules name the C modules that they were compiled with.
imports="-I $bin/Modules -I $bin/CGraphShim.build -I $bin/CGraphvizShim.build -I $bin/CViewer.build -I .build/checkouts/Yams/Sources/CYaml/include"
imports="$imports -I Sources/CExpat -I Sources/CZlib -I Sources/CZip"
triple=$($xcrun swiftc -print-target-info | sed -n 's/.*"triple" *: *"\([^"]*\)".*/\1/p' | head -n 1)

work=.build/documentation
rm -rf "$work"
mkdir -p "$work/examples" "$work/archives" "$(dirname "$output")"

# The Swift blocks of an article, one after another, are a program. It is compiled, not only type-checked: some
# mistakes show later.
failures=0
for article in Sources/*/Documentation.docc/*.md; do
    module=${article#Sources/}
    program=$work/examples/${module%%/*}-$(basename "$article" .md)
    mkdir -p "$program"
    awk '/^```swift$/ { on = 1; next } /^```/ { if (on) print ""; on = 0 } on' "$article" >"$program/main.swift"
    [ -s "$program/main.swift" ] || continue
    # shellcheck disable=SC2086  # lists of options are what is meant
    if ! $xcrun swiftc -emit-sil -Onone -swift-version 6 -warnings-as-errors \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility \
        $imports $sdk -module-cache-path "$work/cache" "$program/main.swift" -o "$program/main.sil"; then
        echo "$article: an example does not compile" >&2
        failures=$((failures + 1))
    fi
done
[ "$failures" = 0 ]

# A new code of a diagnostic must be explained.
codes=Sources/LinkChartFormats/Documentation.docc/ProblemsAndTheirCodes.md
for code in $(sed -n 's/^ *case .* = "\(L[0-9]*\)"$/\1/p' Sources/LinkChartFormats/Diagnostics/DiagnosticCode.swift); do
    grep -q "^| $code |" "$codes" || { echo "$codes: no word of $code" >&2 && exit 1; }
done

dependencies="" archives=""
# LinkChart comes last, because it links to all, and is shown first.
for module in $modules; do
    mkdir -p "$work/symbols/$module"
    # Extensions of another module's types get pages of their own: most of the analytics are such.
    # shellcheck disable=SC2086
    $xcrun swift symbolgraph-extract -module-name "$module" $imports $sdk -target "$triple" \
        -module-cache-path "$work/cache" -emit-extension-block-symbols -skip-synthesized-members \
        -output-dir "$work/symbols/$module"
    archive=$work/archives/$module.doccarchive
    # shellcheck disable=SC2086
    $xcrun docc convert "Sources/$module/Documentation.docc" --warnings-as-errors \
        --additional-symbol-graph-dir "$work/symbols/$module" --output-path "$archive" \
        --fallback-display-name "$module" --fallback-bundle-identifier "$module" \
        --fallback-default-module-kind Library --enable-experimental-external-link-support $dependencies
    dependencies="$dependencies --dependency $archive"
    if [ "$module" = LinkChart ]; then archives="$archive $archives"; else archives="$archives $archive"; fi
done

rm -rf "$output"
# shellcheck disable=SC2086
$xcrun docc merge $archives --synthesized-landing-page-name LinkChart \
    --synthesized-landing-page-topics-style list --output-path "$output"
printf '<!doctype html>\n<meta http-equiv="refresh" content="0; url=documentation/">\n' >"$output/index.html"
echo "The documentation is in $output: let any web server serve that folder."
