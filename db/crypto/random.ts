import { randomFillSync } from 'node:crypto';

/** Randomness drawn ahead from the system's generator: each drawing of a few bytes costs more than to seal a short text. */
const drawn = Buffer.alloc(4_096);
let used = drawn.length;

/** So many bytes that nobody else gets; what was given out is not kept, for keys are made of it. */
export function freshBytes(count: number): Buffer {
  if (count > drawn.length - used) {
    randomFillSync(drawn);
    used = 0;
  }
  const bytes = Buffer.allocUnsafeSlow(count);
  drawn.copy(bytes, 0, used, used + count);
  drawn.fill(0, used, used + count);
  used += count;
  return bytes;
}
