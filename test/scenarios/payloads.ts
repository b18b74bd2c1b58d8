/** Texts that a terminal, the runner of a CI, a spreadsheet, a browser or a template would take for more than text. */

/** How the runners of GitHub, Azure, TeamCity and GitLab are commanded, and what hides that a line begins so. */
const COMMANDS = [
  '::error::x',
  '::add-mask::x',
  '::warning file=a,line=1::x',
  '::stop-commands::t',
  '::set-env name=A::b',
  '::debug::x',
  '::group::x',
  '::::error::::',
  ':::error:::x',
  '\n::stop-commands::t\n',
  '\r::error::x\r',
  '\r\n::set-env name=A::b',
  '\v::error::x',
  '\f::error::x',
  '\u0085::error::x',
  '\u00a0::warning file=a,line=1::x',
  '\u2003::error::x',
  '\u3000::error::x',
  'a\u2028::error::b\u2029',
  '%0A::error::x',
  'x ##[add-mask]1',
  '##[error]x',
  '###[group]x',
  '##[set-env name=A]b',
  '##[section]x',
  '##[command]x',
  '##vso[task.setvariable variable=a]b',
  'x##VSO[task.uploadfile]/etc/hostname',
  "##teamcity[message text='x']",
  '#\u200b#[error]x',
  '#\u00ad#vso[task.complete result=Failed]',
  'section_start:1:x\r\u001b[0Ky',
  'section_end:1:x\r\u001b[0K',
];

/** What a terminal acts on: colours, titles, links, the clipboard, its memory, in seven bits and in eight. */
const TERMINAL = [
  '\u001b[31m',
  '\u001b[8mhidden\u001b[0m',
  '\u001b[2J\u001b[H',
  '\u001b[1A\u001b[2K',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://x.invalid\u001b\\link\u001b]8;;\u001b\\',
  '\u001b]52;c;eA==\u0007',
  '\u001bP0;1|17/41\u001b\\',
  '\u001bc',
  '\u001b[8mha:AAAA\u001b[0m',
  '\u009b31m',
  '\u009d0;title\u009c',
  '\u0090q\u009c',
  'a\b\b\bb',
  'a\u007fb',
  'a\u0007b',
  'a\tb',
  'a\u000eb\u000f',
];

/** What turns text round, or is not seen. */
const UNSEEN = [
  '\u202eevil\u202c',
  '\u202aa\u202b\u202d',
  '\u2066a\u2069',
  '\u2067a\u2068b',
  '\u200ea\u200f',
  '\u061c\u180e',
  '\u200bzero\u200cwidth\u200d',
  '\u2060a\u2064',
  '\ufeffmark',
  '\u00ad',
  '\ufff9a\ufffab\ufffb',
  '\u{e0001}\u{e0041}\u{e007f}',
];

/** How formulas begin, plainly and behind what a spreadsheet does not see. */
const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://x.invalid";"x")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+cmd',
  '@SUM(1)',
  '\t=1+1',
  ' =1+1',
  '\u200b=1+1',
  '＝1+1',
  '好\n=1+1',
];

/** What a browser, or the templates of papers, would run. */
const MARKUP = [
  '<script>document.title="run"</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</title></style></script><svg onload=alert(1)>',
  '<!--',
  ']]><w:p/></w:t>',
  '&lt;b&gt;&#60;b&#62;',
  '{{constructor}}{{{institution.name}}}',
  '{{#each this}}x{{/each}}{{> seal}}',
  '[a](javascript:alert(1)) | `b`',
];

/** All of them, each of its own. */
export const PAYLOADS: readonly string[] = [...COMMANDS, ...TERMINAL, ...UNSEEN, ...FORMULAS, ...MARKUP];

/** The payloads in a few texts, each of which begins with another kind: what counts only at the beginning is there too. */
export const TOGETHER: readonly string[] = together(12);

function together(count: number): string[] {
  const length = Math.ceil(PAYLOADS.length / count);
  return Array.from({ length: count }, (_, i) =>
    // from all over the list, since those of one kind are beside each other
    Array.from({ length }, (_, j) => PAYLOADS[i + j * count])
      .filter((each) => each !== undefined)
      .join(' '),
  );
}

/** The payload as a name of files: none holds NUL or a slash, or has more than 255 bytes. */
export function asName(payload: string, most = 60): string {
  return [...payload.replaceAll('\0', '').replaceAll('/', '∕')].slice(0, most).join('');
}

/** A text, or a value with texts, as JSON that is YAML too. Half a surrogate pair can't be written in UTF-8, but as an escape. */
export function quoted(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u00a0\u00ad\u0600-\u06ff\u1800-\u18ff\u2000-\u206f\ufeff\ufff0-\uffff]|[\ud800-\udfff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
