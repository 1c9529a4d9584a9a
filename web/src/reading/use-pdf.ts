import { useEffect, useState } from 'react';
import { isLocked, openPdf, type Pdf } from './pdf';

/** A paper that is being opened, is open, or cannot be. */
export type Opening = { as: 'opening' } | { as: 'open'; pdf: Pdf } | { as: 'locked' } | { as: 'unreadable' };

/** Opens a paper for as long as somebody reads it. */
export function usePdf(file: Blob): Opening {
  const [opening, setOpening] = useState<Opening>({ as: 'opening' });
  useEffect(() => {
    let wanted = true;
    const { pdf, close } = openPdf(file);
    pdf.then(
      (open) => wanted && setOpening({ as: 'open', pdf: open }),
      (error: unknown) => wanted && setOpening({ as: isLocked(error) ? 'locked' : 'unreadable' }),
    );
    return () => {
      wanted = false;
      close();
    };
  }, [file]);
  return opening;
}
