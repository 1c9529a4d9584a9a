/** Millionths in one percent; shares of a principal are kept in millionths. */
export const PPM = 10_000;
/** All of a principal. */
export const WHOLE = 100 * PPM;

/** Shares in percent as typed, one for each row, parted by commas or blanks; null while something is no share. */
export function sharesOf(text: string): number[] | null {
  const words = text.split(/[\s,，、;；%]+/).filter((word) => word !== '');
  const shares = words.map((word) => Math.round(Number(word) * PPM));
  return shares.every((share) => Number.isInteger(share) && share >= 0 && share <= WHOLE) ? shares : null;
}

/** Shares as people type them. */
export const sharesText = (shares: readonly number[]): string =>
  shares.map((share) => share / PPM).join(', ');
