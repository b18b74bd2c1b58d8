/**
 * The word across each page of a draft in a DOCX: WordArt that floats behind the text, as Word's own watermarks, so that
 * a draft breaks into pages where the final paper will. A frame or a paragraph in the header would push the text down.
 */
import { DRAFT_MARK } from './layout.js';
import { fontName } from './wordml.js';

/** The shape type 136, WordArt in a straight line. Word, WPS and LibreOffice each need parts of it to be written out. */
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">' +
  `<v:formulas>${[
    'sum #0 0 10800',
    'prod #0 2 1',
    'sum 21600 0 @1',
    'sum 0 0 @2',
    'sum 21600 0 @3',
    'if @0 @3 0',
    'if @0 21600 @1',
    'if @0 0 @2',
    'if @0 @4 21600',
    'mid @5 @6',
    'mid @8 @5',
    'mid @7 @8',
    'mid @6 @7',
    'sum @6 0 @5',
  ]
    .map((formula) => `<v:f eqn="${formula}"/>`)
    .join('')}</v:formulas>` +
  '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
  '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>';

const PLACE = [
  'position:absolute',
  'margin-left:0;margin-top:0;width:320pt;height:140pt',
  'rotation:330',
  'z-index:-251658752',
  'mso-position-horizontal:center;mso-position-horizontal-relative:page',
  'mso-position-vertical:center;mso-position-vertical-relative:page',
].join(';');

/**
 * Returns the paragraph of a header that holds the mark; `number` tells the headers of a document apart. By the name of
 * the shape Word knows it for a watermark, which its own command takes out.
 */
export function draftMark(number: number): string {
  return (
    '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:rPr><w:noProof/></w:rPr><w:pict>' +
    `${SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject${number}" o:spid="_x0000_s${2048 + number}" type="#_x0000_t136" ` +
    `alt="${DRAFT_MARK}" style="${PLACE}" o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>` +
    `<v:textpath style="font-family:&quot;${fontName('heading')}&quot;;font-size:1pt" string="${DRAFT_MARK}"/>` +
    '<w10:wrap anchorx="page" anchory="page"/></v:shape></w:pict></w:r></w:p>'
  );
}
