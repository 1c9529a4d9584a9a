import { getDocument, type PDFDocumentProxy, PDFWorker, version } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Pdf = PDFDocumentProxy;

/** Where the build puts what the reader fetches when a paper needs it. */
const PARTS = `/assets/pdfjs-${version}`;
/** Larger pictures than any scanner makes are left out: they are there to exhaust memory. */
const MOST_PIXELS = 80_000_000;

/**
 * Opens a paper in a worker of its own, which the server allows to compute and to reach nothing; pages come from it as
 * drawing orders. Scripts, forms and links within papers are not carried out.
 */
export function openPdf(file: Blob): { pdf: Promise<Pdf>; close: () => void } {
  const port = new Worker(`${PARTS}/worker.mjs`, { type: 'module' });
  const failing = new Promise<never>((_, fail) => {
    port.addEventListener('error', () => fail(new Error('the reader of papers did not start')));
  });
  const worker = PDFWorker.create({ port });
  const opening = file.arrayBuffer().then(
    (data) =>
      getDocument({
        ...{ data, worker, isEvalSupported: false, enableXfa: false, maxImageSize: MOST_PIXELS },
        // The page fetches these for the worker.
        useWorkerFetch: false,
        cMapUrl: `${PARTS}/cmaps/`,
        standardFontDataUrl: `${PARTS}/standard_fonts/`,
        wasmUrl: `${PARTS}/wasm/`,
      }).promise,
  );
  const close = () => {
    worker.destroy();
    port.terminate();
  };
  return { pdf: Promise.race([opening, failing]), close };
}

/** Whether a paper cannot be opened since it is locked with a password. */
export const isLocked = (error: unknown): boolean =>
  error instanceof Error && error.name === 'PasswordException';
