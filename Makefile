# The commands of this project. `make demo` and `make test` do all their own set-up.
SHELL := bash -eu -o pipefail
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help

# Node 24 is GitHub's runtime for `node24` actions; the npm package node-linux-* brings it where the machine has another one.
node = $(firstword $(wildcard node_modules/node-linux-*/bin/node) node)
jest = $(node) --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js

.PHONY: help
help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1  \2/p' $(MAKEFILE_LIST) | expand -t 18

node_modules/.made: package.json package-lock.json .npmrc
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: types
types: node_modules/.made ## check the types
	npx --no-install tsc --project tsconfig.json

.PHONY: lint
lint: node_modules/.made types ## types, lint and format
	npx --no-install biome check --error-on-warnings .
	npx --no-install oxlint --type-aware --deny-warnings

.PHONY: format
format: node_modules/.made ## format every file
	npx --no-install biome check --write .

.PHONY: unit
unit: node_modules/.made ## the rings that need no engine, in seconds
	$(jest) --selectProjects tables architecture conformance
