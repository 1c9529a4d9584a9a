import type { Stack } from './stack';

/** Where the parts of a stack are found, a line each. */
export function whereLines(stack: Stack): string[] {
  const rows: [string, string][] = [
    ['console', `${stack.urls.api}/`],
    ['API', `${stack.urls.api}/v1`],
    ['API reference', stack.urls.reference],
    ['Temporal UI', stack.urls.temporalUi],
    ['sandbox (bank, bureau, inbox of messages)', stack.urls.sandbox],
    ['logs and data', stack.dataDir],
  ];
  const width = Math.max(...rows.map(([what]) => what.length));
  return rows.map(([what, where]) => `  ${what.padEnd(width)}  ${where}`);
}
