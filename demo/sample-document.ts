import { drawSpecimen } from '../sandbox/specimens/draw';
import type { Holder } from '../sandbox/specimens/papers';
import { samplePdf } from './sample-pdf';

/** Kinds that the demo shows as pictures: those a reader reads, and the back of the card. */
const DRAWN = new Set([
  'id_card_front',
  'id_card_back',
  'income_proof',
  'bank_statement',
  'business_licence',
]);
/** The back of the card is the same for everybody. */
const backs = new Map<string, Promise<Buffer>>();

/** A document as an applicant sends it: a specimen paper of the sandbox in their name, or a page that stands for one. */
export async function sampleDocument(kind: string, holder: Holder) {
  if (!DRAWN.has(kind)) {
    const lines = [kind.replaceAll('_', ' '), 'A specimen of the demo: it stands for a paper of this kind.'];
    return { kind, contentType: 'application/pdf', contentBase64: samplePdf(lines).toString('base64') };
  }
  const drawn = kind === 'id_card_back' ? backOfCard(holder) : drawSpecimen(kind, holder);
  return { kind, contentType: 'image/png', contentBase64: (await drawn).toString('base64') };
}

function backOfCard(holder: Holder): Promise<Buffer> {
  const kind = 'id_card_back';
  const made = backs.get(kind) ?? drawSpecimen(kind, holder);
  backs.set(kind, made);
  return made;
}
