#!/usr/bin/env bash
# One machine, or those named with --sshlogin: GNU parallel audits parts, tries a killed one again, and merges.
# A part exits 0 once it is written, whatever it found; merge gives the verdict.
# resume-check is on PATH: install.sh does that.
#   DAY=2020-05-11 PARTS=16 gnu-parallel.sh county
set -euo pipefail
command -v resume-check >/dev/null || { echo 'resume-check is not on PATH: see install.sh' >&2; exit 3; }
export COUNTY=${1:-county}
# one day for all parts
export DAY=${DAY:-$(TZ=CST-8 date +%F)}
export PARTS=${PARTS:-8}
mkdir -p parts
# those of an earlier run
rm -f parts/*.ndjson
# more parts than processors even out institutions of different size, so one process each (--jobs 1) is enough
# shellcheck disable=SC2016 # expanded by the shells that parallel starts
seq "$PARTS" | parallel --joblog parts/joblog --retries 3 --halt now,fail=1 \
  'resume-check audit "$COUNTY" --as-of "$DAY" --jobs 1 --shard {}/"$PARTS" -o parts/{}.ndjson'
resume-check merge 'parts/*.ndjson' -f text -f json -o - -o report.json
