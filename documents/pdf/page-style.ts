import type { Colour, TextStyle } from './canvas';

/** A4 in points, with the margins of all our papers. */
export const PAGE = { width: 595.28, height: 841.89, left: 58, right: 58, top: 76, bottom: 66 } as const;
/** Width that text may take. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export const INK: Colour = '0.1 0.1 0.12';
export const FAINT: Colour = '0.42 0.44 0.48';
export const RULE: Colour = '0.62 0.64 0.68';
export const SHADE: Colour = '0.945 0.95 0.96';
export const ACCENT: Colour = '0.08 0.2 0.42';
export const ALERT: Colour = '0.72 0.08 0.1';

export const TITLE: TextStyle = { weight: 'bold', size: 20, colour: INK };
export const SUBTITLE: TextStyle = { weight: 'regular', size: 9, colour: FAINT };
export const HEADING: TextStyle = { weight: 'bold', size: 11.5, colour: ACCENT };
export const BODY: TextStyle = { weight: 'regular', size: 10, colour: INK };
export const STRONG: TextStyle = { weight: 'bold', size: 10, colour: INK };
export const CELL: TextStyle = { weight: 'regular', size: 8.8, colour: INK };
export const CELL_HEAD: TextStyle = { weight: 'bold', size: 8.8, colour: INK };
export const SMALL: TextStyle = { weight: 'regular', size: 8, colour: FAINT };

/** Distance from one base line to the next, as a multiple of the type size. */
export const LEADING = 1.62;
