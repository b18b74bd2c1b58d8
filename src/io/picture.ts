/** SVG → PNG, with the font of this package: the same bytes on every machine, also where no font is installed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontJson from '../../build/plan-font.json' with { type: 'json' };
import { UnfinishedError } from '../errors.js';
import { compileOnce } from './v8-flag.js';

type Renderer = typeof import('@resvg/resvg-wasm').Resvg;

let renderer: Promise<Renderer> | undefined;

/** Largest picture, in pixels of its width or height. */
const MOST_PIXELS = 8000;

/**
 * Returns the drawing as a PNG, so many times as large as its units, or less where it would be very large.
 *
 * @throws {UnfinishedError} if the drawing program can't be loaded.
 */
export async function pngOf(
  svg: string,
  size: { readonly width: number; readonly height: number },
  zoom: number,
): Promise<Uint8Array> {
  renderer ??= load();
  const Resvg = await renderer;
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: Math.min(zoom, MOST_PIXELS / Math.max(size.width, size.height)) },
    background: '#ffffff',
    font: {
      fontBuffers: [new Uint8Array(Buffer.from(fontJson.font, 'base64'))],
      loadSystemFonts: false,
      defaultFontFamily: FAMILY,
      sansSerifFamily: FAMILY,
    },
  });
  const rendered = image.render();
  const png = rendered.asPng();
  rendered.free();
  image.free();
  return png;
}

const FAMILY = 'Noto Sans CJK SC';

async function load(): Promise<Renderer> {
  try {
    compileOnce();
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
    // beside its JavaScript, wherever the package was installed
    const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
    await initWasm(readFileSync(wasm));
    return Resvg;
  } catch {
    throw new UnfinishedError('io/picture', {
      zh: '画不了 PNG：包 @resvg/resvg-wasm 没有装好；重新安装，或改用 -f svg',
      en: 'no PNG can be drawn: the package @resvg/resvg-wasm is not installed; install again, or use -f svg',
    });
  }
}
