import { Alert, Button, Flex, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { usePageSay } from '../i18n/page-words';
import { save } from '../ui/csv';
import { Secondary } from '../ui/secondary';
import type { Paper } from './paper';
import { PdfPage } from './pdf-page';
import { usePdf } from './use-pdf';
import { readingEn } from './words.en';
import { readingZh } from './words.zh';

const WORDS = { 'zh-CN': readingZh, en: readingEn };
const ZOOMS = [1, 1.5, 2, 3];

/** A paper to read, page under page; larger for small screens, and to be kept. */
export default function PaperDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const say = usePageSay(WORDS);
  const [step, setStep] = useState(0);
  const zoom = ZOOMS[step] ?? 1;
  const { title, fileName, file, where, mark } = paper;
  const opening = usePdf(file);
  const pages = opening.as === 'open' ? opening.pdf.numPages : 0;
  return (
    <Modal open title={title} footer={null} width={960} style={{ top: 24 }} onCancel={onClose}>
      <Flex vertical gap={8}>
        <Flex wrap gap={8} align="center">
          <Button
            aria-label={say('smaller')}
            disabled={step === 0}
            title={step === 0 ? say('smallest') : undefined}
            onClick={() => setStep(step - 1)}
          >
            −
          </Button>
          <span>{Math.round(zoom * 100)}%</span>
          <Button
            aria-label={say('larger')}
            disabled={step === ZOOMS.length - 1}
            title={step === ZOOMS.length - 1 ? say('largest') : undefined}
            onClick={() => setStep(step + 1)}
          >
            +
          </Button>
          {pages > 0 && <span>{say('pages', { n: pages })}</span>}
          <Button style={{ marginInlineStart: 'auto' }} onClick={() => save(file, fileName)}>
            {say('save')}
          </Button>
        </Flex>
        {where && <Secondary>{where}</Secondary>}
        {opening.as === 'opening' && <Skeleton active paragraph={{ rows: 8 }} />}
        {(opening.as === 'locked' || opening.as === 'unreadable') && (
          <Alert type="warning" showIcon title={say(opening.as)} description={say(`${opening.as}.help`)} />
        )}
        {opening.as === 'open' && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever reads with the keyboard scrolls in it
          <section className="paper-pages" aria-label={title} tabIndex={0}>
            {Array.from({ length: pages }, (_, at) => at + 1).map((no) => (
              <PdfPage
                key={no}
                {...{ pdf: opening.pdf, no, zoom, mark: no === 1 ? mark : undefined }}
                label={say('page', { no, of: pages })}
                broken={say('brokenPage')}
              />
            ))}
          </section>
        )}
      </Flex>
    </Modal>
  );
}
