# Every chore of the project is a target here. Longer steps are scripts in .ci/, one each.

SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help serve build test bench lint tools clean

TOOLS := $(or $(SELOSTE_TOOLS),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/seloste-tools)
export SELOSTE_TOOLS := $(TOOLS)
# Trunk does not accept the usual NO_COLOR=1.
unexport NO_COLOR
export PATH := $(TOOLS)/bin:$(TOOLS)/node_modules/.bin:$(PATH)

help: ## list these targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 13

serve: ## install what is missing and serve the app on http://127.0.0.1:8080, rebuilt on every change
	@.ci/tools build
	trunk serve --dist target/serve

build: ## make dist/, a folder that any static host serves from any path
	@.ci/tools build
	@.ci/build dist

lint: ## formatting and clippy, for this machine and for the browser
	@.ci/tools build
	@.ci/lint

test: lint ## install what is missing and run everything, the browser tests included
	cargo test --locked
	@.ci/tools build browser
	@.ci/build dist
	SELOSTE_DIST=$(CURDIR)/dist cargo test --locked --test tools --test browser

bench: ## measure the app, and its peers beside it; tables on stdout
	@.ci/tools build browser bench
	@.ci/build dist
	SELOSTE_DIST=$(CURDIR)/dist cargo bench --locked --bench bench

tools: ## install all tools at their pinned versions, outside the checkout
	@.ci/tools build browser bench

clean: ## remove what building made (the tools stay)
	cargo clean
	rm -rf dist
