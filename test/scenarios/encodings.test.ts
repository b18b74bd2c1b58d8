/** A profile saved by Notepad, WPS or an editor gives the same report, whatever its encoding; what is no text is refused. */
import iconv from 'iconv-lite';
import { projectFile, run } from './run.js';

/** With characters that GB2312, GBK and only GB18030 have. */
const MISTAKES = projectFile('examples/mistakes/profile.yaml').replace(
  '柳州试错职业培训学校',
  '柳州镕㐀𠮷职业培训学校',
);
const OF_GBK = MISTAKES.replace('镕㐀𠮷', '镕');

/** The report in JSON without its encoding, and the encoding. */
async function reportOf(content: Uint8Array): Promise<{ code: unknown; report: string; encoding: string }> {
  const { code, stdout, stderr } = await run(['validate', '-f', 'json'], { files: { 'profile.yaml': content } });
  expect(stderr).toBe('');
  const encoding = /"encoding": "([^"]*)"/.exec(stdout)?.[1] ?? '';
  return { code, report: stdout.replace(`"encoding": "${encoding}"`, ''), encoding };
}

describe('the same report', () => {
  test.each([
    ['UTF-8 with a byte order mark', MISTAKES, 'utf-8', { addBOM: true }, 'utf-8'],
    ['GB18030', MISTAKES, 'gb18030', {}, 'gb18030'],
    ['GBK', OF_GBK, 'gbk', {}, 'gb18030'],
    ['little-endian UTF-16 with its mark', MISTAKES, 'utf-16le', { addBOM: true }, 'utf-16le'],
    ['big-endian UTF-16 with its mark', MISTAKES, 'utf-16be', { addBOM: true }, 'utf-16be'],
  ])('from %s', async (_, text, encoding, options, read) => {
    const [plain, other] = await Promise.all([
      reportOf(Buffer.from(text)),
      reportOf(iconv.encode(text, encoding, options)),
    ]);
    expect(plain).toMatchObject({ code: 1, encoding: 'utf-8' });
    expect(plain.report).toContain(text === OF_GBK ? '柳州镕职业培训学校' : '柳州镕㐀𠮷职业培训学校');
    expect(other).toEqual({ ...plain, encoding: read });
  });

  test('from Windows line breaks', async () => {
    const [plain, other] = await Promise.all([
      reportOf(Buffer.from(MISTAKES)),
      reportOf(Buffer.from(MISTAKES.replaceAll('\n', '\r\n'))),
    ]);
    expect(other).toEqual(plain);
  });
});

describe('is refused with exit code 2 and one line on stderr', () => {
  const bytes = Buffer.from(MISTAKES);
  test.each([
    [
      'little-endian UTF-16 without its mark',
      iconv.encode(MISTAKES, 'utf-16le', { addBOM: false }),
      'looks like UTF-16 without a mark',
    ],
    [
      'big-endian UTF-16 without its mark',
      iconv.encode(MISTAKES, 'utf-16be', { addBOM: false }),
      'looks like UTF-16 without a mark',
    ],
    [
      'UTF-16 that is cut in half a character',
      iconv.encode(MISTAKES, 'utf-16le', { addBOM: true }).subarray(0, 1001),
      'is not text',
    ],
    ['UTF-32', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), iconv.encode(MISTAKES, 'utf-32le')]), 'is not text'],
    ['bytes of no encoding', Buffer.concat([bytes, Buffer.from([0xff, 0xff, 0xfe])]), 'is not text'],
    ['NUL in the middle', Buffer.concat([bytes, Buffer.from([0x61, 0x00, 0x62])]), 'is not text'],
    ['a spreadsheet', Buffer.from('504b030414000600080000002100', 'hex'), 'save it as UTF-8'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'save it as UTF-8'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7 + 128) % 256)),
      'save it as UTF-8',
    ],
  ])('%s', async (_, content, message) => {
    const { code, stdout, stderr } = await run(['validate', 'p.yaml', '--lang', 'en'], {
      files: { 'p.yaml': content },
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^p\.yaml:1:1: error: the file [^\n]*\n$/);
    expect(stderr).toContain(message);
    const chinese = await run(['validate', 'p.yaml', '--lang', 'zh'], { files: { 'p.yaml': content } });
    expect(chinese).toMatchObject({ code: 2, stdout: '' });
    expect(chinese.stderr).toMatch(/^p\.yaml:1:1: 错误：文件[^\n]*请另存为 UTF-8\n$/);
  });
});

test('UTF-8 in which a single byte was lost is read as GB18030 or refused, never with replaced characters', async () => {
  const bytes = Buffer.from('institution:\n  name: 示例学校\n');
  const cuts = Array.from({ length: 12 }, (_, i) => Buffer.concat([bytes.subarray(0, 21 + i), bytes.subarray(22 + i)]));
  const results = await Promise.all(cuts.map((content) => run(['validate'], { files: { 'profile.yaml': content } })));
  for (const { code, stdout, stderr } of results) {
    expect([1, 2]).toContain(code);
    expect(stdout + stderr).not.toContain('\ufffd');
  }
});
