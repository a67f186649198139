# Tilik. `make demo` shows it at work, `make test` checks it; `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
FUZZ_SECONDS ?= 300
.PHONY: help demo test test-spark build lint format golden score train article-model article-check clean
.PHONY: bench bench-ingest bench-report bench-retrieval bench-scale bench-sources bench-store fuzz soak
.PHONY: setup setup-tests swift

BUILD_PACKAGES := libsqlite3-dev libcurl4-openssl-dev pkg-config
TEST_PACKAGES := python3-venv tmux sqlite3 chromium default-jre-headless poppler-utils fonts-noto-core \
  fonts-urw-base35 unzip openssl postgresql libpq-dev parallel
PYTHON_PACKAGES := $(shell cat Tests/requirements.txt 2>/dev/null | tr '\n' ' ')
TILIK := .build/release/tilik

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: build ## take the sample articles through a review and write reports/
	@rm -rf claims/.tilik
	@find reports -type f ! -name README.md -delete
	@export TILIK_AS='Sari Wulandari' TILIK_NOW=2026-03-09T02:00:00Z; \
	$(TILIK) init claims; \
	$(TILIK) add -C claims claims/articles; \
	$(TILIK) source add -C claims claims/sources.json --texts claims/texts; \
	$(TILIK) review -C claims --script claims/review.txt > /dev/null; \
	$(TILIK) report -C claims
	@echo; echo "Open $(CURDIR)/reports/index.html"

build: setup ## build the release binary; TRAITS=Postgres adds the PostgreSQL store
	swift build -c release --product tilik $(if $(TRAITS),--traits $(TRAITS))

test: setup setup-tests lint ## install what the tests need and run them all
	swift test --traits Postgres

test-spark: setup setup-tests ## install PySpark (0.5 GB) into .venv-spark and compare Spark with one run
	@[ -x .venv-spark/bin/python ] || python3 -m venv .venv-spark
	.venv-spark/bin/pip install --quiet --disable-pip-version-check pyspark==4.0.1
	swift test --traits Postgres --filter BulkTests

bench-scale: build ## how the cost of a document grows with the archive; SIZES=1000,10000
	python3 Benchmarks/scale.py $(if $(SIZES),--sizes $(SIZES))
	python3 Benchmarks/scale.py --render

lint: swift ## check the formatting
	swift format lint --strict --recursive Package.swift Sources Tests

format: swift ## mend the formatting
	swift format format --in-place --recursive Package.swift Sources Tests

golden: setup ## rewrite the golden files; read them before you commit them
	UPDATE_GOLDENS=1 swift test --traits Postgres --skip EndToEndTests || true
	git status --short Tests

score: build ## score the extraction on the development sets beside the checkout
	@for language in id en; do \
	  gold=../shared/gold/$$language-dev.jsonl; \
	  if [ ! -f $$gold ]; then echo "no $$gold: measuring data is not beside the checkout"; continue; fi; \
	  echo "$$language-dev"; \
	  $(TILIK) extract < $$gold > .build/$$language-dev.jsonl; \
	  python3 ../shared/gold/score.py $$gold .build/$$language-dev.jsonl; \
	  python3 Benchmarks/speakers.py $$gold .build/$$language-dev.jsonl; \
	done

bench: build ## measure speed and memory of the extraction beside wc -w
	python3 Benchmarks/extraction.py $(TILIK)

# In a build folder of its own; the corpus that is kept is replayed by `make test`.
fuzz: swift ## let libFuzzer look for texts that break the extraction, for FUZZ_SECONDS
	swift build -c release --scratch-path .build/fuzz --sanitize=fuzzer -Xswiftc -DFUZZING --product ExtractionFuzzer
	mkdir -p .build/fuzz/corpus
	SWIFT_BACKTRACE=enable=no .build/fuzz/release/ExtractionFuzzer -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
	  -max_len=4096 -dict=Tests/ClaimExtractionTests/Fixtures/fuzz.dict -artifact_prefix=.build/fuzz/ \
	  .build/fuzz/corpus Tests/ClaimExtractionTests/Fixtures/fuzz

bench-sources: setup ## fetch 2,000 pages beside curl
	TILIK_BENCH=1 swift test --filter FetchBenchmark

bench-store: build ## measure the store beside sqlite3 and sha256sum
	swift build -c release --product StoreBenchmark
	python3 Benchmarks/store.py .build/release

soak: setup setup-tests ## kill it two hundred times; thirty-two reviewers on a server that keeps failing
	TILIK_KILLS=200 TILIK_SOAK=300 swift test --traits Postgres --filter 'FaultTests|KillTests|PostgresFaultTests'

bench-report: setup setup-tests ## measure the audits' renderer, and what their pages cost a browser
	swift build -c release --product ReportBenchmark
	.build/release/ReportBenchmark .build/report-benchmark
	.venv/bin/python Benchmarks/page_load.py .build/report-benchmark/claims-*.html

bench-retrieval: build ## match invented claims, 10,000 and 1,000,000
	@for count in 10000 1000000; do \
	  python3 Benchmarks/retrieval.py $$count .build/retrieval/$$count; \
	  $(TILIK) source match --library .build/retrieval/$$count/claims.jsonl \
	    --queries .build/retrieval/$$count/queries.jsonl > .build/retrieval/$$count/run.txt; \
	done

INGEST := ../shared/ingest
INGEST_TRUTH := $(INGEST)/aeb.truth.json $(INGEST)/fundus.truth.json

article-model: setup ## learn the model that isolates articles, from the pages beside the checkout
	@test -d $(INGEST)/pages || { echo "no $(INGEST)/pages: measuring data is not beside the checkout"; exit 1; }
	swift build -c release --product ArticleTrainer
	.build/release/ArticleTrainer train $(INGEST)/pages $(INGEST_TRUTH) Sources/IngestData/article.model

article-check: setup ## measure that model on sites it was not learned from
	@test -d $(INGEST)/pages || { echo "no $(INGEST)/pages: measuring data is not beside the checkout"; exit 1; }
	swift build -c release --product ArticleTrainer
	.build/release/ArticleTrainer check $(INGEST)/pages $(INGEST_TRUTH) runs=3

bench-ingest: build ## measure reading of web pages beside trafilatura and xmllint, where they are installed
	@python3 Benchmarks/ingest.py $(TILIK) $(INGEST)

# What decides a training besides its data; the same stands in each model's record.
TRAIN_id := folds=4 threshold=0.4 rows=80000 candidateScore=-2 runs=6
TRAIN_en := folds=3 threshold=0.35 rows=130000 candidateScore=-2 patience=1 joinsParagraphs=1 runs=3

train: setup ## train the models anew from the annotated texts beside the checkout (25 minutes)
	swift build -c release --product ExtractionTrainer
	@models=Sources/LanguageData/models; gold=../shared/gold; \
	for language in id en; do \
	  test -f $$gold/$$language-train.jsonl || { echo "make: there is no $$gold/$$language-train.jsonl" >&2; exit 1; }; \
	done; \
	.build/release/ExtractionTrainer train $$gold/id-train.jsonl $$models/id.words $$models/id.model \
	  dev=$$gold/id-dev.jsonl $(TRAIN_id); \
	.build/release/ExtractionTrainer train $$gold/en-train.jsonl $$models/en.words $$models/en.model \
	  dev=$$gold/en-dev.jsonl $(TRAIN_en)

clean: ## remove what was built and written
	rm -rf .build .venv .venv-spark claims/.tilik
	find reports -type f ! -name README.md -delete

swift:
	@command -v swift > /dev/null || { \
	  echo "make: Swift is not installed; Tilik needs Swift 6.3: https://www.swift.org/install/linux/" >&2; exit 1; }
	@version=$$(swift --version 2>/dev/null | grep -oE 'Swift version [0-9]+\.[0-9]+' | grep -oE '[0-9.]+'); \
	if [ "$$(printf '6.3\n%s\n' "$$version" | sort -V | head -1)" != 6.3 ]; then \
	  echo "make: Swift $$version is too old; Tilik needs Swift 6.3: https://www.swift.org/install/linux/" >&2; exit 1; fi

# Installs only what is missing, and says so.
setup: swift
	@missing=$$(for name in $(BUILD_PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || echo $$name; done); \
	$(call install,$$missing)

setup-tests:
	@missing=$$(for name in $(TEST_PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || echo $$name; done); \
	$(call install,$$missing)
	@if ! cmp -s Tests/requirements.txt .venv/requirements.txt; then \
	  echo "installing into .venv: $(PYTHON_PACKAGES)"; \
	  python3 -m venv .venv; \
	  .venv/bin/pip install --quiet --disable-pip-version-check -r Tests/requirements.txt; \
	  cp Tests/requirements.txt .venv/requirements.txt; \
	fi

define install
if [ -n "$(1)" ]; then \
  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  if ! command -v apt-get > /dev/null; then \
    echo "make: install these first:" $(1) >&2; exit 1; fi; \
  echo "installing with apt:" $(1); \
  $$sudo apt-get update -qq; \
  DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $(1) > /dev/null; \
fi
endef
