const LONGEST_SIDE = 1600;
const QUALITY = 0.82;
/** What travels as it is: making it smaller would cost sharpness and gain nothing. */
const SMALL_BYTES = 200 * 1024;
const AS_IS = new Set(['image/png', 'image/jpeg']);

export interface Upload {
  contentType: 'image/jpeg' | 'image/png' | 'application/pdf';
  contentBase64: string;
}

/** A chosen file as the API takes it; photos of a phone are made smaller first, so that they travel on a weak line. */
export async function uploadOf(file: File): Promise<Upload> {
  if (file.type === 'application/pdf') return { contentType: file.type, contentBase64: await base64Of(file) };
  const image = await createImageBitmap(file);
  if (file.size <= SMALL_BYTES && AS_IS.has(file.type) && Math.max(image.width, image.height) <= LONGEST_SIDE)
    return {
      contentType: file.type === 'image/png' ? 'image/png' : 'image/jpeg',
      contentBase64: await base64Of(file),
    };
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return { contentType: 'image/jpeg', contentBase64: await base64Of(small ?? file) };
}

function base64Of(file: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}
