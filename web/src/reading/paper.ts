/** A PDF to be read on the page. */
export interface Paper {
  title: string;
  /** What it is called when it is saved. */
  fileName: string;
  file: Blob;
  /** Says where to look. */
  where?: string | undefined;
  mark?: Mark | undefined;
}

/** A place on the first page that is meant, in shares of its width and height, and what stands there. */
export interface Mark {
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
