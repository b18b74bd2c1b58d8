/** The layout of papers by GB/T 9704-2012, with the arithmetic that makes 22 lines of 28 characters fit. */

/** Lengths in twentieths of a point, as WordprocessingML has them. */
export const LAYOUT = {
  page: { width: 11906, height: 16838 },
  /** 37, 26, 35 and 28 mm. */
  margins: { top: 2098, right: 1474, bottom: 1984, left: 1588 },
  /**
   * 225 mm ÷ 22 lines is 580, but 22 × 580 overflows by a hair and loses a line: 579 (28.95 pt).
   */
  line: 579,
  /** 28 characters of 16 pt are 448 pt and do not fit into 156 mm (442.2 pt): 0.25 pt less for each. */
  characterSpacing: -5,
  /** Half-points: title 二号, body 三号, tables 小四 and 五号, page number 四号, notes. */
  size: { title: 44, body: 32, table: 24, tight: 21, pageNumber: 28, note: 18, small: 21 },
} as const;

/** Fonts by role, by the names that Windows and WPS know, then what other systems have. */
export const FONTS = {
  title: ['方正小标宋简体', '华文中宋', '宋体', 'Noto Serif CJK SC', 'serif'],
  body: ['仿宋_GB2312', '仿宋', 'FandolFang', 'Noto Serif CJK SC', 'serif'],
  heading: ['黑体', 'Noto Sans CJK SC', 'sans-serif'],
  subheading: ['楷体_GB2312', '楷体', 'FandolKai', 'Noto Serif CJK SC', 'serif'],
  number: ['宋体', 'Noto Serif CJK SC', 'serif'],
} as const;

/** What the foot of every page says about where the paper comes from. */
export const FOOTER = '本文书由工具按预案条款生成，非柳州市人社局附件原文';
/** What stands across every page of a draft. */
export const DRAFT_MARK = '草稿';
