import { crc32 } from 'node:zlib';
import { z } from 'zod';

/** A line of a specimen: its label, what is printed, and where, in pixels from the upper left corner. */
const line = z.object({
  label: z.string(),
  text: z.string(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

/** What stands on a specimen paper, as its file says beside the picture: the sandbox's reader reads this, not pixels. */
export const specimen = z.object({
  kind: z.string(),
  page: z.object({ width: z.int().positive(), height: z.int().positive() }),
  lines: z.array(line),
  /** Whose paper it is: the number whose marks work magic. */
  subject: z.object({ idNo: z.string().optional(), uscc: z.string().optional() }),
});
export type Specimen = z.infer<typeof specimen>;
export type SpecimenLine = z.infer<typeof line>;

const KEYWORD = 'LoanflowSpecimen';
/** The text ends with a mark of its own: the check sum that follows could look like more of it. */
const IN_FILE = /LoanflowSpecimen\0([A-Za-z0-9+/]+={0,2});/;

/** What a specimen's file says beside the picture; nothing in any other file. */
export function specimenIn(file: Buffer): Specimen | null {
  const [, text] = IN_FILE.exec(file.toString('latin1')) ?? [];
  if (text === undefined) return null;
  try {
    return specimen.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}

const END_CHUNK_BYTES = 12;

/** The picture with the specimen as a text chunk before its end (PNG, 11.3.3 tEXt). */
export function withSpecimen(png: Buffer, of: Specimen): Buffer {
  const text = Buffer.from(JSON.stringify(of)).toString('base64');
  const typed = Buffer.from(`tEXt${KEYWORD}\0${text};`, 'latin1');
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(typed.length - 4, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  const end = png.length - END_CHUNK_BYTES;
  return Buffer.concat([
    png.subarray(0, end),
    frame.subarray(0, 4),
    typed,
    frame.subarray(4),
    png.subarray(end),
  ]);
}
