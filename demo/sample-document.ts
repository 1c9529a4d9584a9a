/** A small file that stands for a scan; what is in it is of no interest to the demo. */
export function sampleDocument(kind: string) {
  const contentBase64 = Buffer.from(`%PDF-1.4\n% ${kind} of the demo\n%%EOF\n`).toString('base64');
  return { kind, contentType: 'application/pdf', contentBase64 };
}
