# make demo     build LinkChart and show it at work on a real article
# make test     build and run all tests
# make install  put the program, its manual page and completions under PREFIX
# make bench    measure LinkChart beside its peers and write docs/benchmarks.md; takes about an hour and a half
# make fuzz     feed every reader with what libFuzzer makes of a corpus, a minute each; SECONDS_EACH=N for longer
# make real-files  say in docs/real-files.md what is read of every file of the data folder
# make gallery  draw the pictures of docs/gallery.md anew; needs python3 and Chromium
# make docs     compile the examples in the documentation and build its pages in docs/api
SHELL := /bin/sh
PREFIX ?= /usr/local
OUT ?= out
GRAPH := graphs/afghanistan.linkchart.yaml
RELEASE := swift build -c release --product linkchart
# On Linux the Swift runtime is linked in: the program starts in milliseconds and runs where no toolchain is.
# lld drops what is unused; the default gold also warns of a libc function that nothing here calls.
ifeq ($(shell uname -s),Linux)
RELEASE += --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --gc-sections -Xlinker -s
endif
LINKCHART := .build/release/linkchart

.PHONY: demo test build setup install uninstall bench fuzz real-files gallery lint format docs clean

demo: build
	@mkdir -p $(OUT)
	@Scripts/demo.sh $(LINKCHART) $(GRAPH) $(OUT)

test: setup
	swift build --build-tests
	swift test --skip-build

build: setup
	$(RELEASE)

setup:
	@Scripts/setup.sh

install: build
	@Scripts/install.sh $(LINKCHART) "$(DESTDIR)$(PREFIX)"

uninstall:
	@Scripts/install.sh --remove "$(DESTDIR)$(PREFIX)"

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests examples Benchmarks

format:
	swift format --in-place --recursive Package.swift Sources Tests examples Benchmarks

docs: setup
	@Scripts/docs.sh

bench: setup
	@Benchmarks/bench.sh

fuzz: setup
	@Scripts/fuzz.sh

real-files: build
	@Scripts/real_files.py --program $(LINKCHART)

gallery: build
	@Scripts/gallery.py --program $(LINKCHART)

clean:
	rm -rf .build $(OUT)
