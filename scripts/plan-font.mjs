/**
 * Makes assets/plan-font.otf: the signs that pictures of seating plans need, from Debian's fonts-noto-cjk, so that they
 * can be drawn on machines without fonts. Run by hand when words are added (needs `pyftsubset` of fonttools).
 */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
/** ASCII, what plans say, and what rooms are often called; other signs of a name are left out of a PNG. */
const signs = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'–×·−（）、，。：',
  ...'前后左右讲台门柱过道座位个米宽长',
  ...'教室实训理论机房多媒体功能会议培课堂大小阶梯号楼层栋东南西北中第一二三四五六七八九十',
  ...'电工焊车钳烹饪美容发护育婴家政计算',
  ...'没有直的走，疏散通须按四九现场查看更密摆法',
];
execFileSync(
  'pyftsubset',
  [
    '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    // Japanese, Korean, Simplified Chinese, …
    '--font-number=2',
    `--text=${signs.join('')}`,
    '--layout-features=',
    '--no-hinting',
    '--desubroutinize',
    // 6, the PostScript name: resvg takes no font without one
    '--name-IDs=0,1,2,6,13,14',
    '--drop-tables+=vhea,vmtx,VORG,BASE',
    `--output-file=${path('assets/plan-font.otf')}`,
  ],
  { stdio: 'inherit' },
);
