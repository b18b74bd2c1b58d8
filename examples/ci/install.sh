#!/bin/sh
# Installs resume-check into ~/.resume-check: once on each machine, or on a disk that all of them share.
#   export RESUME_CHECK_FROM=…/resume-check-0.1.0.tgz             # attached to a release, or a file
#   export RESUME_CHECK_FROM=git+https://…/resume-check.git#v0.1.0  # or a tag, which builds itself
#   sh install.sh && export PATH=~/.resume-check/node_modules/.bin:$PATH
# 3 if it can't be installed, never 1: that means findings.
[ -n "$RESUME_CHECK_FROM" ] && npm install --prefix ~/.resume-check --no-audit --no-fund "$RESUME_CHECK_FROM" ||
  { echo "resume-check could not be installed from RESUME_CHECK_FROM='$RESUME_CHECK_FROM'" >&2; exit 3; }
