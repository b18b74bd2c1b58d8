/** Widths and line breaks of mixed Chinese and Latin text, which may hold colour sequences. */
import { eastAsianWidth } from 'get-east-asian-width';

const ESCAPE = '\u001b';
/** A colour sequence, as chalk writes it. */
const COLOUR = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g');
/** A citation such as 四（六）4 or 八·流程（三）, which stays in one piece. */
const CITATION = '[一二三四五六七八九](?:·流程|·追责)?（[一二三四五六七八九十]）\\d?';
/** What a line may break between: a citation, a run of colours, a Chinese character or quotation mark, a run of other characters, a run of blanks. */
const ATOMS = new RegExp(
  `${CITATION}|(?:${ESCAPE}\\[[\\d;]*m)+|[\\u2e80-\\uffef“”…]|[^\\s\\u2e80-\\uffef“”…${ESCAPE}]+|\\s+`,
  'gu',
);
/** What a long word may be cut between: a run of colours with what follows, or a character. */
const UNITS = new RegExp(`(?:${ESCAPE}\\[[\\d;]*m)+.?|.`, 'gsu');
/** Blanks at the end of a line, with the colours that begin or end among them. */
const BLANK_END = new RegExp(`(?:\\s|${ESCAPE}\\[[\\d;]*m)+$`);
/** Punctuation that must not begin a line, and brackets that must not end one (行首、行尾禁则). */
const NOT_FIRST = /^[，。；：、！？）》」』”’…·,.;:!?)\]}%℃]/;
const NOT_LAST = /[（《「『“‘([{]$/;

/** Returns the text without colours. */
export function withoutColours(text: string): string {
  return text.replace(COLOUR, '');
}

/** Returns the number of terminal columns of a text: 2 for Chinese characters and full-width forms, 0 for colours. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of withoutColours(text)) width += widthOfCharacter(character.codePointAt(0) ?? 0);
  return width;
}

function widthOfCharacter(codePoint: number): number {
  // Latin and Latin-1 come first because they are most of what is measured
  if (codePoint < 0x300) return 1;
  if (codePoint >= 0x300 && codePoint <= 0x36f) return 0;
  return eastAsianWidth(codePoint);
}

/**
 * Breaks a text into lines of at most `columns` columns: between Chinese characters and at blanks, never before closing
 * punctuation or after an opening bracket. A Latin word longer than a line is cut.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of pieces(text)) {
    const pieceWidth = widthOf(piece);
    if (width > 0 && width + widthOf(piece.trimEnd()) > columns) {
      lines.push(trimmed(line));
      line = '';
      width = 0;
      if (piece.trim() === '') continue;
    }
    if (pieceWidth <= columns) {
      line += piece;
      width += pieceWidth;
      continue;
    }
    for (const unit of piece.match(UNITS) ?? []) {
      if (width > 0 && width + widthOf(unit) > columns) {
        lines.push(trimmed(line));
        line = '';
        width = 0;
      }
      line += unit;
      width += widthOf(unit);
    }
  }
  return [...lines, trimmed(line)];
}

/** The parts between which a line may break. */
function pieces(text: string): string[] {
  const atoms = text.match(ATOMS) ?? [];
  const joined: string[] = [];
  let glue = false;
  for (const atom of atoms) {
    const plain = atom.replace(COLOUR, '');
    const last = joined.at(-1);
    const stays = plain === '' || glue || NOT_FIRST.test(plain);
    if (last !== undefined && stays && !/\s$/.test(last)) joined[joined.length - 1] = last + atom;
    else joined.push(atom);
    // what begins a colour goes with what follows
    glue = plain === '' ? glue || joined.at(-1) === atom : NOT_LAST.test(plain);
  }
  return joined;
}

function trimmed(line: string): string {
  return line.replace(BLANK_END, (end) => end.replace(/\s+/g, ''));
}
