#!/usr/bin/env bash
# A Slurm array: each task audits a part on any node; the folder is on a disk that all nodes share.
# A part exits 0 once it is written, whatever it found; merge, which runs when all have ended well, gives the verdict.
# resume-check is on PATH, from a disk that all nodes share: install.sh does that.
#   export DAY=2020-05-11                # one day for all parts, also for one that is tried again tomorrow
#   array=$(sbatch --parsable slurm-array.sh county)
#   sbatch --wait --dependency=afterok:"$array" --kill-on-invalid-dep=yes \
#     --wrap "resume-check merge 'parts/*.ndjson' -f text -f json -o report.txt -o report.json"
# A part that failed is run again with: sbatch --array=5 slurm-array.sh county
#SBATCH --job-name=resume-check
#SBATCH --array=1-8
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --output=/dev/null
#SBATCH --error=slurm-%A-%a.err
set -euo pipefail
command -v resume-check >/dev/null || { echo 'resume-check is not on PATH: see install.sh' >&2; exit 3; }
# as in --array; SLURM_ARRAY_TASK_COUNT is 1 when one part is run again
of=8
mkdir -p parts
resume-check audit "${1:-county}" --as-of "${DAY:?one day for all parts}" --jobs 1 \
  --shard "$SLURM_ARRAY_TASK_ID/$of" -o "parts/$SLURM_ARRAY_TASK_ID.ndjson"
