/** Small signs as drawings: a font may lack the character, a drawing is always there. Buttons that hold one carry the words. */
const sign = { width: 14, height: 14, viewBox: '0 0 16 16', className: 'sign' } as const;

/** Two sheets: copy. */
export const CopySign = () => (
  <svg {...sign} aria-hidden="true">
    <rect x="1.5" y="4.5" width="9" height="10" rx="1.5" />
    <path d="M5.5 4V3A1.5 1.5 0 0 1 7 1.5h6A1.5 1.5 0 0 1 14.5 3v7a1.5 1.5 0 0 1-1.5 1.5h-2" />
  </svg>
);

/** A tick: it was done. */
export const DoneSign = () => (
  <svg {...sign} aria-hidden="true">
    <path d="M2 8.5 6 12.5 14 3.5" />
  </svg>
);

/** Half dark, half light: the other shade. */
export const ShadeSign = () => (
  <svg {...sign} aria-hidden="true">
    <circle cx="8" cy="8" r="6.5" />
    <path className="filled" d="M8 1.5a6.5 6.5 0 0 1 0 13z" />
  </svg>
);
