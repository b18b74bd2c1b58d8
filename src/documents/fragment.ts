/** The constrained HTML of a rendered template as blocks, from which HTML and DOCX are made alike. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { UnusableError } from '../errors.js';
import { visible } from '../text/escape.js';

/** Text and what can stand in a line of it. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly underline: boolean }
  | { readonly kind: 'break' }
  /** A line to fill in by hand, so many characters wide. */
  | { readonly kind: 'blank'; readonly characters: number }
  /** The place of the seal. */
  | { readonly kind: 'seal'; readonly text: string };

/** How a paragraph is set. `body` has the two-character indent. */
export type ParagraphStyle = 'body' | 'flush' | 'centre' | 'right' | 'small';

/** A cell of a table. */
export interface Cell {
  readonly header: boolean;
  readonly left: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly inlines: readonly Inline[];
}

/** A drawing in a paper. */
export interface Figure {
  /** An SVG element. */
  readonly svg: string;
  /** Its size in its own units. */
  readonly units: { readonly width: number; readonly height: number };
  /** Its size on the page, in millimetres. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who don't see it. */
  readonly text: string;
}

/** A part of a page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly style: ParagraphStyle; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'table';
      readonly tight: boolean;
      /** Widths in per cent; they add up to 100. */
      readonly widths: readonly number[];
      readonly head: readonly (readonly Cell[])[];
      readonly body: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'sign'; readonly paragraphs: readonly (readonly Inline[])[] }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'rule' };

/** A part of a paper that begins on a new page. */
export interface Section {
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
}

/** Returns whether a row of a table is the title of those that follow it, with which it stays on a page. */
export function isTitleRow(row: readonly Cell[], next: readonly Cell[] | undefined): boolean {
  return row.length === 1 && (row[0]?.columns ?? 1) > 1 && next !== undefined && next.length > 1;
}

/** Most rows of a table that is not divided between pages. */
const SHORT = 8;

/** Returns whether a block is a table so short that it stays on one page, together with what introduces it. */
export function isShortTable(block: Block | undefined): boolean {
  return block?.kind === 'table' && block.body.length <= SHORT;
}

/** Returns whether a block stays on one page with the headings and the paragraph that introduce it. */
export function staysWhole(block: Block | undefined): boolean {
  return block?.kind === 'figure' || isShortTable(block);
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;
const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

const PARAGRAPH_STYLES: readonly ParagraphStyle[] = ['flush', 'centre', 'right', 'small'];

/** Deepest nesting of tags in a line. */
const MOST_DEPTH = 32;

/**
 * Reads the HTML that a template rendered; `figures` are the drawings that it can name.
 *
 * @throws {UnusableError} naming the template, the line and the tag, for anything but the allowed tags.
 */
export function readFragment(html: string, template: string, figures: readonly Figure[] = []): Section[] {
  // before the parser drops what no page may hold; what a reference such as &#1; brings back is shown where it is written
  const fragment = parseFragment(html.replace(/[^\t\r\n]+/g, visible), { sourceCodeLocationInfo: true });
  return new FragmentReader(template, figures).sections(fragment.childNodes);
}

/** Reads what a template rendered, element by element. */
class FragmentReader {
  constructor(
    private readonly template: string,
    private readonly figures: readonly Figure[],
  ) {}

  sections(nodes: readonly Node[]): Section[] {
    return this.elementsOf(nodes).map((element) => {
      if (element.tagName !== 'section') return this.refuse(element);
      return { landscape: hasClass(element, 'landscape'), blocks: this.blocks(element.childNodes) };
    });
  }

  private refuseText(node: Node): void {
    if (!('value' in node) || node.value.trim() === '') return;
    throw new UnusableError(
      'template/loose-text',
      {
        zh: '模板 {template} 里有文字不在段落或单元格之内（输出第 {line} 行）',
        en: 'template {template} has text outside of paragraphs and cells (line {line} of its output)',
      },
      { template: this.template, line: lineOfText(node.value, node.sourceCodeLocation?.startLine ?? 1) },
    );
  }

  /** The elements among the nodes, where no text may stand. */
  private elementsOf(nodes: readonly Node[]): Element[] {
    for (const node of nodes) this.refuseText(node);
    return nodes.filter(isElement);
  }

  private refuse(element: Element): never {
    const line = element.sourceCodeLocation?.startLine ?? 1;
    throw new UnusableError(
      'template/tag',
      {
        zh: '模板 {template} 里不能用 <{tag}>（输出第 {line} 行）',
        en: 'template {template} must not use <{tag}> (line {line} of its output)',
      },
      { template: this.template, tag: element.tagName, line },
    );
  }

  private inlines(nodes: readonly Node[], bold = false, underline = false, depth = 0): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if ('value' in node) {
        const text = node.value.replace(/[ \t\r\n]+/g, ' ');
        return text === '' ? [] : [{ kind: 'text', text, bold, underline }];
      }
      if (!isElement(node)) return [];
      if (depth > MOST_DEPTH) this.refuse(node);
      switch (node.tagName) {
        case 'b':
          return this.inlines(node.childNodes, true, underline, depth + 1);
        case 'u':
          return this.inlines(node.childNodes, bold, true, depth + 1);
        case 'br':
          return [{ kind: 'break' }];
        case 'span':
          if (hasClass(node, 'blank'))
            return [{ kind: 'blank', characters: Number(attribute(node, 'data-chars') ?? 8) || 8 }];
          if (hasClass(node, 'seal')) return [{ kind: 'seal', text: textOf(node) }];
          return this.inlines(node.childNodes, bold, underline, depth + 1);
        default:
          return this.refuse(node);
      }
    });
  }

  private line(element: Element): Inline[] {
    return trim(this.inlines(element.childNodes));
  }

  private table(element: Element): Block {
    const widths: number[] = [];
    const head: Cell[][] = [];
    const body: Cell[][] = [];
    for (const part of this.elementsOf(element.childNodes)) {
      switch (part.tagName) {
        case 'colgroup':
          for (const column of part.childNodes.filter(isElement)) {
            widths.push(Number(/width:\s*([\d.]+)%/.exec(attribute(column, 'style') ?? '')?.[1] ?? 0));
          }
          break;
        case 'thead':
        case 'tbody':
          for (const row of this.elementsOf(part.childNodes)) {
            if (row.tagName !== 'tr') this.refuse(row);
            (part.tagName === 'thead' ? head : body).push(
              this.elementsOf(row.childNodes).map((each) => this.cell(each)),
            );
          }
          break;
        default:
          this.refuse(part);
      }
    }
    return {
      kind: 'table',
      tight: hasClass(element, 'tight'),
      widths: normalised(widths, head[0] ?? body[0] ?? []),
      head,
      body,
    };
  }

  private cell(element: Element): Cell {
    if (element.tagName !== 'td' && element.tagName !== 'th') this.refuse(element);
    return {
      header: element.tagName === 'th',
      left: hasClass(element, 'left'),
      columns: Number(attribute(element, 'colspan') ?? 1) || 1,
      rows: Number(attribute(element, 'rowspan') ?? 1) || 1,
      inlines: this.line(element),
    };
  }

  private blocks(nodes: readonly Node[]): Block[] {
    return this.elementsOf(nodes).flatMap((node): Block[] => {
      switch (node.tagName) {
        case 'h1':
        case 'h2':
        case 'h3':
        case 'h4':
          return [{ kind: 'heading', level: Number(node.tagName.slice(1)) as 1 | 2 | 3 | 4, inlines: this.line(node) }];
        case 'p': {
          const style = PARAGRAPH_STYLES.find((name) => hasClass(node, name)) ?? 'body';
          return [{ kind: 'paragraph', style, inlines: this.line(node) }];
        }
        case 'table':
          return [this.table(node)];
        case 'div':
          if (!hasClass(node, 'sign')) return this.refuse(node);
          return [
            {
              kind: 'sign',
              paragraphs: this.elementsOf(node.childNodes).map((each) =>
                each.tagName === 'p' ? this.line(each) : this.refuse(each),
              ),
            },
          ];
        case 'figure': {
          const figure = this.figures[Number(attribute(node, 'data-plan') ?? -1)];
          return figure ? [{ kind: 'figure', figure }] : this.refuse(node);
        }
        case 'hr':
          return [{ kind: 'rule' }];
        default:
          return this.refuse(node);
      }
    });
  }
}

function textOf(element: Element): string {
  const text = element.childNodes
    .map((node) => ('value' in node ? node.value : isElement(node) ? textOf(node) : ''))
    .join('');
  return text.trim();
}

/** The line on which the first letter of a text stands. */
function lineOfText(text: string, startLine: number): number {
  return startLine + (/^\s*/.exec(text)?.[0].split('\n').length ?? 1) - 1;
}

/** Takes the blanks off both ends of a line, not the full-width ones: they align lists. */
function trim(list: Inline[]): Inline[] {
  const result = [...list];
  const first = result[0];
  if (first?.kind === 'text') result[0] = { ...first, text: first.text.replace(/^ +/, '') };
  const last = result.at(-1);
  if (last?.kind === 'text') result[result.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
  return result.filter((each) => each.kind !== 'text' || each.text !== '');
}

/** Widths that add up to 100; equal ones where the template gives none. */
function normalised(widths: readonly number[], row: readonly Cell[]): number[] {
  const columns = row.reduce((sum, cell) => sum + cell.columns, 0);
  const sum = widths.reduce((a, b) => a + b, 0);
  if (widths.length === 0 || sum === 0) return Array.from({ length: columns }, () => 100 / Math.max(1, columns));
  return widths.map((width) => (width / sum) * 100);
}
