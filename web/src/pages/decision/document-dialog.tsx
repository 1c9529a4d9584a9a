import { Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/use-text';
import { PictureDialog } from './picture-dialog';
import type { OpenPage } from './use-document';

const PaperDialog = lazy(() => import('../../reading/paper-dialog'));

/** A document on the page; the place where a field was read is framed and scrolled to. */
export function DocumentDialog({ page, onClose }: { page: OpenPage; onClose: () => void }) {
  const say = useText();
  const { file, title, place, kind, id } = page;
  const region = place?.region;
  const where = place && (region ? say('scan.here', { field: place.field }) : say('scan.noPlace'));
  const mark = region && where ? { label: where, ...region } : undefined;
  if (page.contentType.startsWith('image/'))
    return <PictureDialog picture={file} {...{ title, where, mark, onClose }} />;
  const fileName = `${kind}-${id.slice(-6)}.pdf`;
  return (
    <Suspense fallback={<Spin fullscreen />}>
      <PaperDialog paper={{ title, fileName, file, where, mark }} onClose={onClose} />
    </Suspense>
  );
}
