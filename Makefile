# The commands of this project. `make demo` and `make test` do all their own set-up.
SHELL := bash -eu -o pipefail
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help

# Node 24 is GitHub's runtime for `node24` actions; an npm package brings it where the machine has another one. It is no dependency in package.json:
# those who install the command would download its 189 MB.
node-package = node-linux-$(if $(filter aarch64,$(shell uname -m)),arm64,x64)@^24
node = $(firstword $(wildcard node_modules/node-linux-*/bin/node) node)
bare-jest = $(node) --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js \
	--reporters=./scripts/tally.js --forceExit # a test that fails may leave a server open
jest = $(bare-jest) --reporters=default

.PHONY: help
help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

node_modules/.made: package.json package-lock.json .npmrc
	@# not `npm ci`: it wants packages for every platform in the lock file, and not every registry has those
	npm install --no-save --loglevel=error $(node-package)
	@touch $@

.PHONY: types
types: node_modules/.made ## check the types
	npx --no-install tsc --project tsconfig.json

.PHONY: lint
lint: node_modules/.made types ## types, lint, format, and nothing that is not used
	npx --no-install biome check --error-on-warnings .
	npx --no-install oxlint --type-aware --deny-warnings
	npx --no-install knip

.PHONY: format
format: node_modules/.made ## format every file
	npx --no-install biome check --write .

.PHONY: unit
unit: node_modules/.made ## the rings unit, architecture and conformance, in seconds
	$(jest) --selectProjects unit architecture conformance

.PHONY: build
build: node_modules/.made ## compile and bundle src/ into dist/
	rm -rf .build
	npx --no-install tsc --project tsconfig.build.json
	$(node) scripts/bundle.ts .build dist

.PHONY: generate
generate: node_modules/.made ## action.yml and the tables in docs/ from src/
	$(node) scripts/generate.ts

.PHONY: lab-up
lab-up: ## engines and registries for tests; prints the environment to use them
	@lab/up

.PHONY: lab-down
lab-down: ## stop the lab and remove all it made
	@lab/down

.PHONY: demo
demo: node_modules/.made ## a git tag becomes a two-platform image in two local registries
	$(node) scripts/demo.ts

# Most of its tests wait for a fault to pass: more workers than cores.
faults-ring = $(jest) --selectProjects faults --maxWorkers=4

.PHONY: faults
faults: node_modules/.made ## every fault of docs/faults.md against real registries
	$(faults-ring)

examples-ring = $(bare-jest) --reporters=./scripts/items.js --selectProjects examples --maxWorkers=2

.PHONY: examples
examples: node_modules/.made ## the five systems of examples/, item by item
	$(examples-ring)

.PHONY: fuzz
fuzz: node_modules/.made ## TAGBOAT_FUZZ_RUNS=10000: every parser of foreign text, with texts made by chance
	$(jest) --selectProjects fuzz

.PHONY: simulation
simulation: node_modules/.made ## SIMULATION_SEEDS=10000: two to four releases at once, with faults by chance
	$(jest) --selectProjects simulation

.PHONY: soak
soak: node_modules/.made ## 200 releases while a fifth of all requests fails
	$(node) __tests__/faults/soak/main.ts 200 4 1

.PHONY: every-request
every-request: node_modules/.made ## a release with each of ten faults at each of its requests, 5 to 15 minutes
	$(node) __tests__/faults/every-request/main.ts 3

.PHONY: bench
bench: node_modules/.made ## the speed table against `docker buildx build --push` by hand
	$(node) bench/main.ts

.PHONY: test
test: lint ## types, lint, format and every ring
	lab/up >/dev/null
	@# The faults ring waits most of its time, and the examples ring builds: together they take as long as one. All are run, also after one has failed.
	@export TAGBOAT_TALLY=$$(mktemp); faults_log=$$(mktemp) failed=0; trap 'rm -f "$$TAGBOAT_TALLY" "$$faults_log"' EXIT; \
	$(jest) --selectProjects unit architecture conformance tools simulation fuzz dist contract e2e --maxWorkers=3 || failed=1; \
	$(faults-ring) >"$$faults_log" 2>&1 & faults=$$!; \
	$(examples-ring) || failed=1; \
	wait $$faults || failed=1; \
	cat "$$faults_log"; \
	awk '{ passed += $$1; failed += $$2 } END { printf "%d passed, %d failed\n", passed, failed }' "$$TAGBOAT_TALLY"; \
	exit $$failed

.PHONY: release-check
release-check: node_modules/.made ## VERSION=1.2.3: is everything about this release in place?
	$(node) -p 'require("./package.json").version' | grep -Fx "$(VERSION)"
	grep -Fx "export const VERSION = '$(VERSION)';" src/cli/version.ts
	grep -F "## $(VERSION)" CHANGELOG.md
