/** On a disk that is full or may not be written to, an old report stays as it is. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { skippedWithout } from '../programs.js';
import { projectFile, runShell } from './run.js';

const MISTAKES = projectFile('examples/mistakes/profile.yaml');

/** Whether a file system of 64 KiB can be mounted inside a new name space. */
function canMount(): boolean {
  try {
    execFileSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt'], { stdio: 'ignore' });
    return existsSync('/mnt');
  } catch {
    return false;
  }
}

(canMount() ? describe : skippedWithout('name spaces').describe)('on a small disk', () => {
  /** Writes a report to a small disk that holds an old one, after something was done to the disk. */
  const onDisk = (setUp: string) =>
    runShell(
      `cat > inner.sh <<'END'
mkdir disk
mount -t tmpfs -o size=64k none disk
echo old > disk/report.json
${setUp}
resume-check validate -f json -o disk/report.json --lang en
echo $? > code
cp disk/report.json after
ls -A disk > listing
END
unshare -rm sh inner.sh`,
      { files: { 'profile.yaml': MISTAKES } },
    );

  test('that is full: exit code 3, the old file is untouched, no other is left', async () => {
    const { stderr, files } = await onDisk('head -c 40000 /dev/zero > disk/filler');
    expect(files.code).toBe('3\n');
    expect(stderr).toBe('error: cannot write disk/report.json (ENOSPC)\n');
    expect(files.after).toBe('old\n');
    expect(files.listing).toBe('filler\nreport.json\n');
  });

  test('on which nothing may be written: the same', async () => {
    const { stderr, files } = await onDisk('mount -o remount,ro disk');
    expect(files.code).toBe('3\n');
    expect(stderr).toBe('error: cannot write disk/report.json (EROFS)\n');
    expect(files.after).toBe('old\n');
    expect(files.listing).toBe('report.json\n');
  });
});
