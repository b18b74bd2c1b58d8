#!/usr/bin/env bash
# The recipes of examples/ci for GNU parallel and a Slurm array, really run on this machine over parts of an audit, with
# a part killed and tried again: the merged report must have the bytes of one run.
#   bash bench/distributed.sh [institutions]        wants the Debian package parallel; slurm-wlm and munge, as root, for
# the array. What is not installed is told and left out; with --install, apt-get installs it. Exits 1 if bytes differ.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
[ "${1:-}" != --install ] || { shift; apt-get install -y -qq --no-install-recommends parallel slurm-wlm munge >/dev/null; }
count=${1:-40}
folder=$(mktemp -d)
daemons=()
# what stands in a pid file is ended only if it is one of the daemons started below
stop() {
  local name
  for name in "${daemons[@]}"; do
    [ ! -s "$folder/$name.pid" ] || [ "$(cat "/proc/$(cat "$folder/$name.pid")/comm" 2>/dev/null)" != "$name" ] ||
      kill "$(cat "$folder/$name.pid")"
  done
  sleep 1
  rm -rf "$folder"
}
trap stop EXIT
say() { printf '%s\n' "$*"; }
export DAY=2020-05-11 PARTS=7 KILLED=$folder/killed

# a program that dies by SIGKILL in the middle of part 5, the first time, leaving half a file where it writes
mkdir "$folder/bin"
cat >"$folder/bin/resume-check" <<EOF
#!/usr/bin/env bash
case " \$* " in *" --shard 5/"*)
  if [ -e "\$KILLED.wanted" ] && mkdir "\$KILLED" 2>/dev/null; then
    mkdir -p parts && printf '{"resumeCheckPartial":' >parts/5.ndjson
    echo killed >>"\$KILLED.log"
    kill -KILL \$\$
  fi ;;
esac
exec node '$root/bin/resume-check.js' "\$@"
EOF
chmod +x "$folder/bin/resume-check"
export PATH=$folder/bin:$PATH
cd "$folder"

# institutions: whole ones, ones with mistakes, ones with logs of their own
for i in $(seq -w "$count"); do
  mkdir -p "county/学校$i/logs"
  example=complete
  [ $((10#$i % 3)) -ne 0 ] || example=mistakes
  cp "$root/examples/$example/profile.yaml" "county/学校$i/"
  { echo 日期,姓名,时间,体温; for j in $(seq 300); do echo "2020-05-11,示例$i$j,08:00,36.$((j % 10))"; done; } \
    >"county/学校$i/logs/temperature.csv"
done

timed() { # name, command…: runs it, says what it exited with and how long it took
  local name=$1 begin code=0; shift
  begin=$(date +%s%N)
  "$@" >"$folder/out" 2>"$folder/err" || code=$?
  say "$(printf '%-34s exit %d %8.2f s' "$name" "$code" "$(($(date +%s%N) - begin))e-9")"
  [ "$code" -le 1 ] || { cat "$folder/out" "$folder/err"; exit 1; }
}
same() { # the report of the one run and that of the recipe
  cmp one.json report.json && say "  $(stat -c %s report.json) bytes, the same as one run; killed: $(grep -c . "$KILLED.log" || true)"
  [ "$(wc -l <"$KILLED.log")" = 1 ]
}
fresh() { rm -rf parts report.json report.txt "$KILLED" "$KILLED.log"; touch "$KILLED.wanted"; }

say "$count institutions, $PARTS or 8 parts, $(nproc) processors, node $(node --version)"
timed 'one run' resume-check audit county --as-of "$DAY" -f json -o one.json

if command -v parallel >/dev/null; then
  fresh
  timed "$(parallel --version | head -n 1)" bash "$root/examples/ci/gnu-parallel.sh" county
  same
  fresh
  # a killed part that nobody runs again
  for i in $(seq "$PARTS"); do
    resume-check audit county --as-of "$DAY" --shard "$i/$PARTS" -o "parts/$i.ndjson" 2>/dev/null || rm -f parts/5.ndjson
  done
  code=0; resume-check merge 'parts/*.ndjson' -f json -o report.json 2>"$folder/err" || code=$?
  say "  part 5 of $PARTS killed, not run again: merge exits $code, $([ -e report.json ] && echo 'a report was written' || echo 'no report')"
  [ "$code" = 3 ] && [ ! -e report.json ]
else
  say 'GNU parallel: NOT RUN, the package parallel is not installed'
fi

if [ "$(id -u)" != 0 ] || ! command -v slurmctld >/dev/null || ! command -v munged >/dev/null; then
  say 'Slurm: NOT RUN, it wants root and the packages slurm-wlm and munge'
  exit 0
fi
# A cluster of this machine alone, all of whose files are in the temporary folder; works without systemd.
host=$(hostname -s)
install -d -o munge -g munge -m 0755 munge
chmod 0755 "$folder"
(umask 077; head -c 1024 /dev/urandom >munge/key)
chown munge:munge munge/key
daemons+=(munged)
setpriv --reuid munge --regid munge --clear-groups munged --force --key-file "$PWD/munge/key" \
  --socket "$PWD/munge/socket" --pid-file "$PWD/munge/munged.pid" --seed-file "$PWD/munge/seed" \
  --log-file "$PWD/munge/log"
ln -s munge/munged.pid munged.pid
mkdir -p slurm/state slurm/spool
cat >slurm.conf <<EOF
ClusterName=bench
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$PWD/munge/socket
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SchedulerType=sched/backfill
StateSaveLocation=$PWD/slurm/state
SlurmdSpoolDir=$PWD/slurm/spool
SlurmctldPidFile=$PWD/slurmctld.pid
SlurmdPidFile=$PWD/slurmd.pid
SlurmctldLogFile=$PWD/slurmctld.log
SlurmdLogFile=$PWD/slurmd.log
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc)
PartitionName=bench Nodes=$host Default=YES MaxTime=10 State=UP
EOF
export SLURM_CONF=$PWD/slurm.conf
daemons+=(slurmctld slurmd)
slurmctld -i
slurmd
for _ in $(seq 30); do sinfo -h -o %T 2>/dev/null | grep -q idle && break; sleep 1; done

slurm() { # the array; tasks that did not complete are put in again, as --requeue does for a lost node
  local array lost
  array=$(sbatch --parsable "$root/examples/ci/slurm-array.sh" county)
  while squeue -h -j "$array" 2>/dev/null | grep -q .; do sleep 1; done
  lost=$(scontrol show job "$array" 2>/dev/null |
    awk '/ArrayTaskId=/ { match($0, /ArrayTaskId=[0-9]+/); task = substr($0, RSTART + 12, RLENGTH - 12) }
         /JobState=/ && !/COMPLETED/ { print task }' | paste -sd, -)
  echo "$lost" >lost
  [ -z "$lost" ] || sbatch --wait --parsable --array="$lost" "$root/examples/ci/slurm-array.sh" county
}
fresh
timed "Slurm $(slurmctld -V | cut -d' ' -f2), the array" slurm
say "  tasks that failed and were put in again: $(cat lost)"
timed '  merge' sbatch --wait --wrap "resume-check merge 'parts/*.ndjson' -f json -o report.json"
same
