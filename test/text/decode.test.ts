/** Bytes as Windows, WPS and Excel write them become text, or are refused; none is ever guessed or replaced. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decode } from '../../src/text/decode.js';

const TEXT = '名称: 示例学校 school';

test.each([
  ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
  ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)]), 'utf-8'],
  ['GB18030', new Uint8Array(iconv.encode(TEXT, 'gb18030')), 'gb18030'],
  ['GBK', new Uint8Array(iconv.encode(TEXT, 'gbk')), 'gb18030'],
  [
    'little-endian UTF-16 with a byte order mark',
    new Uint8Array(iconv.encode(TEXT, 'utf-16le', { addBOM: true })),
    'utf-16le',
  ],
  [
    'big-endian UTF-16 with a byte order mark',
    new Uint8Array(iconv.encode(TEXT, 'utf-16be', { addBOM: true })),
    'utf-16be',
  ],
  ['no more than ASCII', new TextEncoder().encode('name: school'), 'utf-8'],
])('%s is read, without its mark', (_, bytes, encoding) => {
  const decoded = decode(bytes);
  expect(decoded).toEqual({
    ok: true,
    encoding,
    text: encoding === 'utf-8' && bytes.length === 12 ? 'name: school' : TEXT,
  });
});

test('characters that only GB18030 has are read', () => {
  const rare = '㐀䶮𠮷€';
  expect(decode(new Uint8Array(iconv.encode(rare, 'gb18030')))).toEqual({ ok: true, text: rare, encoding: 'gb18030' });
});

test('nothing is an empty text', () => {
  expect(decode(new Uint8Array())).toEqual({ ok: true, text: '', encoding: 'utf-8' });
});

test.each([
  ['bytes of no encoding', [0x61, 0xff, 0xff, 0x62], 'undecodable'],
  ['half a character of UTF-16', [0xff, 0xfe, 0x61], 'undecodable'],
  ['UTF-16 without a byte order mark', [0x61, 0x00, 0x62, 0x00, 0x63, 0x00], 'utf-16-without-bom'],
  ['a binary file', [0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0x08, 0x00], 'utf-16-without-bom'],
])('%s is refused', (_, bytes, reason) => {
  expect(decode(new Uint8Array(bytes))).toEqual({ ok: false, reason });
});

test('any text comes back from its UTF-8', () => {
  // a NUL is taken for UTF-16, a mark at the beginning is not part of the text, half a surrogate pair is no character
  const isFree = (each: string): boolean =>
    !['\u0000', '\ufeff'].some((one) => each.includes(one)) && !/\p{Cs}/u.test(each);
  const text = fc.string({ unit: 'binary' }).filter(isFree);
  fc.assert(
    fc.property(text, (each) => {
      expect(decode(new TextEncoder().encode(each))).toEqual({ ok: true, text: each, encoding: 'utf-8' });
    }),
    { seed: 20200506, numRuns: 1_000 },
  );
});
