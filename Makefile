# airseal: every target says what it does in `make help`.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

SWIFT ?= swift
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
OUT ?= dist/scan
DEBUG := .build/debug
RELEASE := .build/release

PACKAGES := libudev-dev libsystemd-dev libmagic-dev libarchive-dev libpoppler-glib-dev libpoppler-cpp-dev \
  libxml2-dev libgsf-1-dev libgmime-3.0-dev libdeflate-dev libseccomp-dev libsqlite3-dev zlib1g-dev libpcre2-dev \
  liblzma-dev libzstd-dev libyaml-dev libplist-dev libhivex-dev libyara-dev libp11-kit-dev libcairo2-dev libqrencode-dev \
  libturbojpeg0-dev libzbar-dev fonts-croscore pkg-config \
  systemd-journal-remote
TEST_PACKAGES := python3 libarchive-tools zstd umockdev gir1.2-umockdev-1.0 python3-gi iproute2 util-linux clamav strace \
  qpdf p7zip-full softhsm2 openssl poppler-utils zbar-tools python3-pexpect
BUNDLE_PACKAGES := debootstrap patchelf
BENCH_PACKAGES := hyperfine time python3 procps ripgrep ugrep poppler-utils recollcmd

define install-packages
@missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
if [ -n "$$missing" ]; then \
  echo "Installing:" $$missing; \
  $(SUDO) apt-get -o DPkg::Lock::Timeout=300 -qq update && \
  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get -o DPkg::Lock::Timeout=300 -qq install -y --no-install-recommends $$missing >/dev/null; \
fi
endef

.PHONY: help packages test-packages build release scan test samples generate check format bundle bundle-test fuzz bench bench-detection lab lab-daemon lab-devices lab-history interop manual install clean

help: ## Show this list.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

packages: # Debian packages that building and scanning need.
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux/"; exit 1; }
	$(call install-packages,$(PACKAGES))

test-packages: packages
	$(call install-packages,$(TEST_PACKAGES))

build: packages ## Build everything for development.
	$(SWIFT) build

release: packages ## Build the programs, optimised.
	$(SWIFT) build -c release --product airseal
	$(SWIFT) build -c release --product airseald
	$(SWIFT) build -c release --product airseal-parse
	$(SWIFT) build -c release --product airseal-samples

scan: release ## Judge a sample recording, then this machine; shows both verdicts and where the reports are.
	@$(RELEASE)/airseal-samples build rules samples samples/build >/dev/null
	@packaging/demonstrate.sh $(RELEASE)/airseal $(OUT)

test: test-packages ## Run all tests.
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	bench/detection.sh $(DEBUG) --few

samples: build test-packages ## Build the sample recordings and the matrix of marked documents into samples/build.
	$(DEBUG)/airseal-samples build rules samples samples/build
	python3 samples/documents/matrix/build.py samples/build/matrix

generate: ## Rewrite the generated files: the list of collectors and the table reference.
	packaging/generate-registry.sh > Sources/Collectors/Registry.swift
	$(SWIFT) build --product airseal
	$(DEBUG)/airseal tables --format markdown > docs/reference/facts.md

check: ## Check format and lint.
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests samples/builder samples/tool
	packaging/check-tree.sh

format: ## Format all sources in place.
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests samples/builder samples/tool

bundle: packages ## Build dist/airseal-bundle, a folder that runs from a read-only stick with nothing installed.
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path .build-bundle --product airseal
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path .build-bundle --product airseald
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path .build-bundle --product airseal-parse
	packaging/bundle.sh .build-bundle/release dist/airseal-bundle

bundle-test: ## Run the bundle from a read-only mount in a bare Debian without a network (root).
	$(call install-packages,$(BUNDLE_PACKAGES))
	packaging/bundle-test.sh dist/airseal-bundle

bench-detection: release test-packages ## Find the markings of every format, encoding and place; rewrites docs/reference/detection.md.
	$(SWIFT) build -c release --product airseal-samples
	bench/detection.sh $(RELEASE)

lab: ## Judge the booted lab machine that AIRSEAL_LAB names, without a network card, and check the outcome.
	packaging/lab.sh dist/airseal-bundle

fuzz: packages ## Feed every parser written here with made-up bytes, FUZZ_SECONDS (20) each; keeps what breaks one.
	packaging/fuzz.sh

lab-daemon: ## Run the daemon under systemd on the lab machine that AIRSEAL_LAB names, with a phone, a link and a restart.
	packaging/lab-daemon.sh dist/airseal-bundle

lab-history: release ## Make a past on the lab machine that AIRSEAL_LAB names, delete its profile, and reconstruct it from the disk.
	packaging/lab-history.sh $(RELEASE)

lab-devices: ## Show phones, modems, sticks and radios to the lab machine that AIRSEAL_LAB names, attached and unplugged.
	packaging/lab-devices.sh dist/airseal-bundle

bench: release ## Measure time and memory of a live scan, side by side.
	$(call install-packages,$(BENCH_PACKAGES))
	bench/run.sh $(RELEASE)
	bench/documents.sh $(RELEASE)
	bench/daemon.sh $(RELEASE)
	bench/history.sh $(RELEASE)

interop: release test-packages ## Compare airseal with other tools on the same data.
	packaging/interop-usb.sh $(RELEASE)
	packaging/interop-varlink.sh $(RELEASE)
	packaging/interop-jose.sh $(RELEASE)
	packaging/interop-history.sh $(RELEASE)

manual: build ## Make man pages and shell completions in dist.
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --multi-page --output-directory dist/man
	@for s in bash zsh fish; do $(DEBUG)/airseal --generate-completion-script $$s > dist/airseal.$$s; done

install: release ## Install below DESTDIR (default /usr).
	install -D $(RELEASE)/airseal $(DESTDIR)/usr/bin/airseal
	install -D $(RELEASE)/airseald $(DESTDIR)/usr/bin/airseald
	install -D $(RELEASE)/airseal-parse $(DESTDIR)/usr/libexec/airseal-parse
	mkdir -p $(DESTDIR)/usr/share/airseal && cp -r rules $(DESTDIR)/usr/share/airseal/
	install -D -m 644 -t $(DESTDIR)/usr/lib/systemd/system packaging/systemd/*.service packaging/systemd/*.timer
	install -D -m 644 packaging/systemd/airseal.sysusers $(DESTDIR)/usr/lib/sysusers.d/airseal.conf
	install -D -m 644 packaging/systemd/airseal.tmpfiles $(DESTDIR)/usr/lib/tmpfiles.d/airseal.conf
	install -D -m 644 packaging/airseal-notify.desktop $(DESTDIR)/etc/xdg/autostart/airseal-notify.desktop
	install -D -m 644 packaging/airseal.yaml $(DESTDIR)/usr/share/doc/airseal/airseal.yaml
	install -m 644 README.md docs/reference/journal.md $(DESTDIR)/usr/share/doc/airseal/
	install -D -m 644 schemas/vn.airseal.Daemon.varlink $(DESTDIR)/usr/share/varlink/vn.airseal.Daemon.varlink

clean: ## Remove what was built.
	rm -rf .build .build-bundle samples/build dist
