import { glyphPath } from './font/glyph-path';
import { UnprintableTextError } from './font/glyph-set';
import { Typeface } from './font/typeface';

/** 42 mm, the diameter of a company's contract seal. */
const DIAMETER = 119;
const RED = '0.85 0.07 0.1';

/** Artwork of the lender's round seal, drawn around the origin: outlines only, so that it needs no font. */
export type SealFace = { content: string; diameter: number };

/** The lender's contract seal (合同专用章): double ring, name along the upper arc, star, purpose below. */
export function drawSealFace(name: string, purpose = '电子合同专用章'): SealFace {
  const radius = DIAMETER / 2;
  const parts = ['q', `${RED} rg ${RED} RG`, ring(radius - 2, 2.6), ring(radius - 6, 0.6), star(13, -1)];
  const characters = [...name];
  const size = Math.min(14, (radius * 3.4) / characters.length);
  const sweep = Math.min(Math.PI * 1.22, (characters.length * size * 1.22) / (radius - 20));
  characters.forEach((character, i) => {
    const share = characters.length === 1 ? 0.5 : i / (characters.length - 1);
    const angle = Math.PI / 2 + sweep / 2 - sweep * share;
    parts.push(glyphAlongArc(character, angle, radius - 9 - size, size));
  });
  const caption = 7.6;
  [...purpose].forEach((character, i) => {
    const x = (i - purpose.length / 2) * caption;
    parts.push(glyphAt(character, [caption, 0, 0, caption, x, -radius * 0.64]));
  });
  return { content: [...parts, 'Q'].join('\n'), diameter: DIAMETER };
}

function glyphAlongArc(character: string, angle: number, radius: number, size: number): string {
  const turn = angle - Math.PI / 2;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const x = Math.cos(angle) * radius - (cos * size) / 2;
  const y = Math.sin(angle) * radius - (sin * size) / 2;
  return glyphAt(character, [cos * size, sin * size, -sin * size, cos * size, x, y]);
}

/** One character under a matrix that takes an em to the page. */
function glyphAt(
  character: string,
  matrix: readonly [number, number, number, number, number, number],
): string {
  const { file } = Typeface.of('bold');
  const codePoint = character.codePointAt(0) ?? 32;
  const glyph = file.glyphOf(codePoint);
  if (glyph === undefined) throw new UnprintableTextError(codePoint);
  const scaled = matrix.map((value, i) => (i < 4 ? value / file.unitsPerEm : value));
  return `q ${scaled.map((value) => value.toFixed(5)).join(' ')} cm\n${glyphPath(file.cff, glyph)}\nf Q`;
}

function star(radius: number, centreY: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const reach = i % 2 === 0 ? radius : radius * 0.382;
    const angle = Math.PI / 2 + (i * Math.PI) / 5;
    return `${(Math.cos(angle) * reach).toFixed(2)} ${(Math.sin(angle) * reach + centreY).toFixed(2)}`;
  });
  return `${points.map((point, i) => `${point} ${i === 0 ? 'm' : 'l'}`).join(' ')} h f`;
}

/** A circle of four Bézier quarters. */
function ring(radius: number, width: number): string {
  const r = radius.toFixed(2);
  const k = (radius * 0.5523).toFixed(2);
  return [
    `${width} w ${r} 0 m`,
    `${r} ${k} ${k} ${r} 0 ${r} c`,
    `-${k} ${r} -${r} ${k} -${r} 0 c`,
    `-${r} -${k} -${k} -${r} 0 -${r} c`,
    `${k} -${r} ${r} -${k} ${r} 0 c s`,
  ].join(' ');
}
