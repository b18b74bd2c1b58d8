/** The encoding of a log is decided on its whole bytes; where that fails, the line and the byte are told. */
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { asBytes, detectEncoding, type Encoding, type EncodingResult } from '../../src/logs/read/encoding.js';

const TEXT = '日期,姓名,体温\n2020-05-01,张示例,36.5\n2020-05-01,王样本,36.6\n';

const bytesOf = (text: string, encoding = 'utf8', addBOM = false): Uint8Array =>
  new Uint8Array(iconv.encode(text, encoding, { addBOM }));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const pieces = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
const isText = (bytes: Uint8Array): boolean => isUtf8(bytes) && !bytes.includes(0);

/** The same whatever the size of the blocks, and with the platform's own check of UTF-8. */
function detect(bytes: Uint8Array, forced?: Encoding): EncodingResult {
  const result = detectEncoding(() => [bytes], { forced });
  for (const size of [1, 7, 64]) {
    expect(detectEncoding(() => pieces(bytes, size), { forced })).toEqual(result);
    expect(detectEncoding(() => pieces(bytes, size), { forced, isText })).toEqual(result);
  }
  return result;
}

function read(bytes: Uint8Array, size: number): string | undefined {
  const result = detect(bytes);
  if (!result.ok) return undefined;
  const decoder = new TextDecoder(result.encoding === 'gb18030' ? 'gb18030' : 'utf-8', {
    fatal: true,
    ignoreBOM: true,
  });
  const blocks = [...asBytes(pieces(bytes, size), result.encoding, result.bom)];
  return decoder.decode(joined(...blocks));
}

const MARK = new Uint8Array([0xef, 0xbb, 0xbf]);

test.each([
  ['UTF-8', bytesOf(TEXT), 'utf-8', 0],
  ['UTF-8 with a mark', bytesOf(TEXT, 'utf8', true), 'utf-8', 3],
  ['UTF-8 with two marks', joined(MARK, bytesOf(TEXT, 'utf8', true)), 'utf-8', 6],
  ['GBK', bytesOf(TEXT, 'gbk'), 'gb18030', 0],
  ['GB18030 with a mark', joined(new Uint8Array([0x84, 0x31, 0x95, 0x33]), bytesOf(TEXT, 'gb18030')), 'gb18030', 4],
  ['little-endian UTF-16 with a mark', bytesOf(TEXT, 'utf-16le', true), 'utf-16le', 2],
  ['big-endian UTF-16 with a mark', bytesOf(TEXT, 'utf-16be', true), 'utf-16be', 2],
  ['UTF-16 with two marks', joined(new Uint8Array([0xff, 0xfe]), bytesOf(TEXT, 'utf-16le', true)), 'utf-16le', 4],
])('%s is recognised and read without its mark', (_, bytes, encoding, bom) => {
  expect(detect(bytes)).toEqual({ ok: true, encoding, bom });
  for (const size of [1, 3, 1000]) expect(read(bytes, size)).toBe(TEXT);
});

test('characters beyond GBK and beyond 16 bits are read in every encoding', () => {
  const rare = '姓名\n㐀𠮷䶮€\n';
  for (const encoding of ['utf8', 'gb18030', 'utf-16le', 'utf-16be']) {
    const bytes = bytesOf(rare, encoding, encoding.startsWith('utf-16'));
    for (const size of [1, 5]) expect(read(bytes, size)).toBe(rare);
  }
});

test('nothing and mere ASCII are UTF-8', () => {
  expect(detect(new Uint8Array())).toEqual({ ok: true, encoding: 'utf-8', bom: 0 });
  expect(detect(bytesOf('"a",b\n1,2\n', 'utf8', true))).toEqual({ ok: true, encoding: 'utf-8', bom: 3 });
});

test('names that are the same bytes in UTF-8 and GBK are judged by the header', () => {
  const names = bytesOf('郑谢\n'.repeat(30), 'gbk');
  expect(isUtf8(names)).toBe(true);
  expect(detect(joined(bytesOf('姓名\n', 'gbk'), names))).toEqual({ ok: true, encoding: 'gb18030', bom: 0 });
  const later = joined(bytesOf('name,remark\n郑谢,\n学员,\n张示例,\n', 'gbk'));
  expect(detect(later)).toEqual({ ok: true, encoding: 'gb18030', bom: 0 });
});

test('GBK rows below a UTF-8 header are a mixture, though all of it decodes as GB18030', () => {
  const header = bytesOf('日期,姓名,教室\n');
  const bytes = joined(header, bytesOf('2020-05-01,张示例,一班\n2020-05-01,王样本,一班\n', 'gbk'));
  expect(() => new TextDecoder('gb18030', { fatal: true }).decode(header)).not.toThrow();
  expect(detect(bytes)).toEqual({ ok: false, reason: 'mixed', line: 2, offset: header.length + 11 });
  expect(detect(joined(MARK, bytes))).toEqual({ ok: false, reason: 'mixed', line: 2, offset: header.length + 14 });
});

test.each([
  ['that GB18030 would swallow', '2020-05-02,张三,学员,36.5\r\n'],
  ['that GB18030 does not know', '2020-05-02,张示例,学员,绿\r\n'],
])('UTF-8 rows %s below GBK rows are a mixture', (_, row) => {
  const start = bytesOf('日期,姓名\r\n2020-05-01,张示例,学员,36.5\r\n', 'gbk');
  const result = detect(joined(start, bytesOf(row)));
  expect(result).toEqual({ ok: false, reason: 'mixed', line: 3, offset: start.length + 11 });
});

test('a damaged character is told by line and byte', () => {
  const damaged = bytesOf(TEXT);
  const at = TEXT.slice(0, TEXT.indexOf('样本'));
  const offset = bytesOf(at).length;
  damaged[offset + 1] = 0x24;
  expect(detect(damaged)).toEqual({ ok: false, reason: 'broken', line: 3, offset });
  const gbk = joined(bytesOf('日期\r\n张', 'gbk'), new Uint8Array([0xff]), bytesOf('示例\r\n', 'gbk'));
  expect(detect(gbk)).toEqual({ ok: false, reason: 'broken', line: 2, offset: 8 });
});

test('the place of a damaged character is right far into a file', () => {
  const rows = bytesOf(TEXT.repeat(4000));
  const bytes = joined(rows, new Uint8Array([0xe5, 0xbc]));
  const result = { ok: false, reason: 'broken', line: 12001, offset: rows.length };
  expect(detectEncoding(() => [bytes])).toEqual(result);
  expect(detectEncoding(() => pieces(bytes, 65537), { isText })).toEqual(result);
});

test.each(['gbk', 'utf8', 'utf-16le'])('a file in %s that is cut anywhere is read or refused', (encoding) => {
  const header = '日期,姓名,体温,教室\n';
  const bytes = bytesOf(`${header}2020-05-01,张示例,36.5,一班\n`, encoding, encoding === 'utf-16le');
  const second = bytesOf(header, encoding, encoding === 'utf-16le').length;
  for (let length = 0; length <= bytes.length; length++) {
    const cut = bytes.subarray(0, length);
    const result = detect(cut);
    if (result.ok) expect(read(cut, 4)).not.toContain('\ufffd');
    else {
      expect(result.reason).toBe('broken');
      expect(result.offset).toBeLessThan(length);
      expect(length - result.offset).toBeLessThan(4);
      expect(result.line).toBe(result.offset < second ? 1 : 2);
    }
  }
});

test.each([
  ['ZIP', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
  ['OLE', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
])('a spreadsheet (%s) under another name is called one, whatever encoding is named', (_, bytes) => {
  const place = { ok: false, reason: 'spreadsheet', line: 1, offset: 0 };
  expect(detect(new Uint8Array(bytes))).toEqual(place);
  expect(detect(new Uint8Array(bytes), 'gb18030')).toEqual(place);
});

test('UTF-16 without a mark is told from a NUL in a text and from other bytes', () => {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    expect(detect(bytesOf(TEXT, encoding))).toMatchObject({ ok: false, reason: 'utf-16-without-bom', line: 1 });
    expect(detect(bytesOf('a,b\n', encoding))).toMatchObject({ reason: 'utf-16-without-bom' });
  }
  expect(detect(bytesOf('a,b\n1,x\0y'))).toEqual({ ok: false, reason: 'nul', line: 2, offset: 7 });
  expect(detect(bytesOf(`${TEXT}张\0`, 'gbk'))).toEqual({ ok: false, reason: 'nul', line: 4, offset: 63 });
  expect(detect(bytesOf('a\r\n\0', 'utf-16le', true))).toEqual({ ok: false, reason: 'nul', line: 2, offset: 8 });
  const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 2];
  expect(detect(new Uint8Array(picture))).toMatchObject({ ok: false, reason: 'binary' });
});

test('an encoding that is named is the only one tried', () => {
  expect(detect(bytesOf(TEXT, 'gbk'), 'utf-8')).toEqual({ ok: false, reason: 'broken', line: 1, offset: 0 });
  expect(detect(bytesOf(TEXT, 'gbk'), 'gb18030')).toEqual({ ok: true, encoding: 'gb18030', bom: 0 });
  expect(detect(bytesOf('郑谢\n', 'gbk'), 'gb18030')).toEqual({ ok: true, encoding: 'gb18030', bom: 0 });
  expect(detect(bytesOf(TEXT, 'utf-16le'), 'utf-16le')).toEqual({ ok: true, encoding: 'utf-16le', bom: 0 });
  expect(detect(bytesOf(TEXT, 'utf-16le', true), 'utf-16le')).toEqual({ ok: true, encoding: 'utf-16le', bom: 2 });
});

test('an error of the file itself is passed on', () => {
  const blocks = function* () {
    yield bytesOf('a,b\n');
    throw new TypeError('read');
  };
  expect(() => detectEncoding(blocks)).toThrow('read');
});

const chinese = fc.string({
  unit: fc.constantFrom(...'日期姓名体温教室张王李示例样本绿黄红是否学员教职工瑾婷涵'),
  maxLength: 4,
});

test('a GBK file with a header is never taken for UTF-8, and reads back', () => {
  fc.assert(
    fc.property(fc.array(fc.array(chinese, { maxLength: 5 }), { maxLength: 20 }), (rows) => {
      const text = ['日期,姓名,体温', ...rows.map((row) => row.join(','))].join('\n');
      expect(read(bytesOf(text, 'gbk'), 11)).toBe(text);
      expect(read(bytesOf(text), 11)).toBe(text);
    }),
  );
});

test('any bytes are read without replacement or refused with a place inside the file', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const result = detect(bytes);
      if (result.ok) expect(read(bytes, 9)).toBeDefined();
      else expect(result.offset).toBeLessThan(bytes.length);
    }),
  );
});
