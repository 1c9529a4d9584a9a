import { InvariantError } from '../../domain/invariant';
import type { CffIndex } from './cff-index';
import type { CffTable } from './cff-table';

/** One drawing step of a Type 2 charstring: its operator (12 xx is 1200 + xx), operands, and the bytes that wrote it. */
export type Step = { operator: number; operands: number[]; bytes: Buffer };

const OP = {
  callSubr: 10,
  return: 11,
  escape: 12,
  endChar: 14,
  hintMask: 19,
  counterMask: 20,
  callGlobal: 29,
};
const STEMS = new Set([1, 3, 18, 23]);
const MASKS = new Set([OP.hintMask, OP.counterMask]);
const MAX_DEPTH = 10;

type Operand = { value: number; bytes: Buffer };
type Walk = { pending: Operand[]; stems: number; done: boolean; steps: Step[] };

/**
 * The steps of a glyph with every subroutine call replaced by what it calls. A subset made of such charstrings needs
 * no subroutine tables, which are the costly part of subsetting a CJK font.
 */
export function stepsOf(cff: CffTable, glyph: number): Step[] {
  const walk: Walk = { pending: [], stems: 0, done: false, steps: [] };
  run(walk, cff.charString(glyph), cff.fontDict(cff.fontDictOf(glyph)).subrs, cff.globalSubrs, 0);
  return walk.steps;
}

const CACHED_GLYPHS = 8192;
const flattened = new WeakMap<CffTable, Map<number, Buffer>>();

/** The charstring of a glyph without subroutine calls. Kept, since names and addresses draw on the same few thousand. */
export function flatCharString(cff: CffTable, glyph: number): Buffer {
  const known = flattened.get(cff) ?? new Map<number, Buffer>();
  flattened.set(cff, known);
  let code = known.get(glyph);
  if (!code) {
    code = Buffer.concat(stepsOf(cff, glyph).map((step) => step.bytes));
    if (known.size >= CACHED_GLYPHS) known.clear();
    known.set(glyph, code);
  }
  return code;
}

function run(walk: Walk, code: Buffer, local: CffIndex | undefined, global: CffIndex, depth: number): void {
  if (depth > MAX_DEPTH) throw new InvariantError('charstring calls too deep');
  let at = 0;
  while (at < code.length && !walk.done) {
    const first = code.readUInt8(at);
    if (first >= 32 || first === 28) {
      const operand = readOperand(code, at, first);
      walk.pending.push(operand);
      at += operand.bytes.length;
    } else if (first === OP.callSubr || first === OP.callGlobal) {
      const subrs = first === OP.callSubr ? local : global;
      const call = walk.pending.pop();
      if (!subrs || !call) throw new InvariantError('charstring calls a missing subroutine');
      run(walk, subrs.item(call.value + bias(subrs.count)), local, global, depth + 1);
      at += 1;
    } else if (first === OP.return) {
      return;
    } else {
      at += step(walk, code, at, first);
    }
  }
}

/** Records one operator with what is pending for it; answers how many bytes it took. */
function step(walk: Walk, code: Buffer, at: number, first: number): number {
  if (STEMS.has(first) || MASKS.has(first)) walk.stems += walk.pending.length >> 1;
  const masked = MASKS.has(first) ? Math.ceil(walk.stems / 8) : 0;
  const length = (first === OP.escape ? 2 : 1) + masked;
  walk.steps.push({
    operator: first === OP.escape ? 1200 + code.readUInt8(at + 1) : first,
    operands: walk.pending.map((operand) => operand.value),
    bytes: Buffer.concat([...walk.pending.map((operand) => operand.bytes), code.subarray(at, at + length)]),
  });
  walk.pending = [];
  walk.done = first === OP.endChar;
  return length;
}

function readOperand(code: Buffer, at: number, first: number): Operand {
  if (first === 28) return { value: code.readInt16BE(at + 1), bytes: code.subarray(at, at + 3) };
  if (first <= 246) return { value: first - 139, bytes: code.subarray(at, at + 1) };
  if (first === 255) return { value: code.readInt32BE(at + 1) / 65536, bytes: code.subarray(at, at + 5) };
  const second = code.readUInt8(at + 1);
  const value = first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
  return { value, bytes: code.subarray(at, at + 2) };
}

/** Type 2 charstrings number subroutines from a bias that depends on how many there are. */
function bias(count: number): number {
  if (count < 1240) return 107;
  return count < 33900 ? 1131 : 32768;
}
