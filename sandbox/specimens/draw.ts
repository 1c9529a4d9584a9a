import sharp from 'sharp';
import { glyphPath } from '../../documents/font/glyph-path';
import { Typeface } from '../../documents/font/typeface';
import { type Holder, type Paper, paperOf } from './papers';
import { type SpecimenLine, withSpecimen } from './specimen';

const LEFT = 60;
const LABEL_SIZE = 26;
const TEXT_SIZE = 32;
const FIRST_LINE = 170;
const LINE_STEP = 64;
const INK = '#1b2a3a';
const PALE = '#5d7186';
const SVG_OPERATOR: Readonly<Record<string, string>> = { m: 'M', l: 'L', c: 'C', h: 'Z' };

/** Outlines of a text on its base line, and its width: the pictures need no font where they are drawn. */
function set(text: string, x: number, baseline: number, size: number, fill: string) {
  const { file } = Typeface.of('regular');
  let at = x;
  const glyphs = [...text].map((character) => {
    const codePoint = character.codePointAt(0) ?? 32;
    const glyph = file.glyphOf(codePoint) ?? 0;
    const scale = size / file.unitsPerEm;
    const path = `<path transform="translate(${at.toFixed(1)} ${baseline}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${outline(glyph)}"/>`;
    at += file.advanceOf(glyph) * scale;
    return path;
  });
  return { drawing: `<g fill="${fill}">${glyphs.join('')}</g>`, width: at - x };
}

const outlines = new Map<number, string>();

/** A glyph's outline in the words of SVG; the font writes the operator last, SVG first. */
function outline(glyph: number): string {
  const known = outlines.get(glyph);
  if (known !== undefined) return known;
  const made = glyphPath(Typeface.of('regular').file.cff, glyph)
    .split('\n')
    .map((step) => {
      const parts = step.split(' ');
      return `${SVG_OPERATOR[parts.at(-1) ?? ''] ?? ''}${parts.slice(0, -1).join(' ')}`;
    })
    .join('');
  outlines.set(glyph, made);
  return made;
}

function drawn({ heading, page, lines }: Paper): { svg: string; placed: SpecimenLine[] } {
  const title = set(heading, LEFT, 90, 38, INK);
  const widest = Math.max(...lines.map(([label]) => label.length)) * LABEL_SIZE;
  const textLeft = LEFT + widest + 30;
  const placed: SpecimenLine[] = [];
  const body = lines.map(([label, text], at) => {
    const baseline = FIRST_LINE + at * LINE_STEP;
    const value = set(text, textLeft, baseline, TEXT_SIZE, INK);
    const box = [
      textLeft - 6,
      baseline - TEXT_SIZE - 2,
      Math.round(value.width) + 12,
      TEXT_SIZE + 14,
    ] as const;
    placed.push({ label, text, box: [...box] });
    return set(label, LEFT, baseline, LABEL_SIZE, PALE).drawing + value.drawing;
  });
  const frame = `<rect x="14" y="14" width="${page.width - 28}" height="${page.height - 28}" rx="18" fill="#eef3f8" stroke="#b8c7d6" stroke-width="3"/>`;
  const rule = `<path d="M${LEFT} 112H${page.width - LEFT}" stroke="#b8c7d6" stroke-width="2"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}"><rect width="100%" height="100%" fill="#fff"/>${frame}${rule}${title.drawing}${body.join('')}</svg>`;
  return { svg, placed };
}

/** A specimen paper as a scan: a picture that people can read, with a note of what stands where for the sandbox's reader. */
export async function drawSpecimen(kind: string, of: Holder): Promise<Buffer> {
  const paper = paperOf(kind, of);
  const { svg, placed } = drawn(paper);
  const png = await sharp(Buffer.from(svg))
    .png({ palette: true, colours: 16, dither: 0, effort: 1 })
    .toBuffer();
  const subject = { idNo: of.idNo, uscc: of.uscc };
  return withSpecimen(png, { kind, page: paper.page, lines: placed, subject });
}
