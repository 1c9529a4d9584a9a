import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import type { components } from '../../api/generated';
import { useText, useWord } from '../../i18n/use-text';
import { Secondary } from '../../ui/secondary';
import { useProducts } from '../../ui/use-products';
import { When } from '../../ui/when';
import { Differing } from './differing';
import type { Wanted } from './use-document';

type Scanned = components['schemas']['ScannedValue'];

interface ScanCellProps {
  field: string;
  scans: readonly Scanned[];
  shown: (value: Scanned['value']) => ReactNode;
  onOpen: (wanted: Wanted) => void;
  /** Absent for whoever may not settle. */
  onSettle: ((scan: Scanned, name: string) => void) | undefined;
}

/** What the documents say of one fact: each with how sure its reader is, and the page one click away. */
export function ScanCell({ field, scans, shown, onOpen, onSettle }: ScanCellProps) {
  const say = useText();
  const word = useWord();
  const { documentName } = useProducts();
  if (scans.length === 0) return '—';
  return (
    <Flex vertical align="end" gap={8}>
      {scans.map((scan) => {
        const { documentId: id, document: kind, contentType, region, confidencePercent, unclear } = scan;
        const title = documentName(kind);
        const fieldName = word('field', field);
        const open = scan.differs || unclear;
        return (
          <Flex key={id} vertical align="end" gap={2}>
            {open ? (
              <Differing
                said={scan}
                word={unclear ? say('scan.unclear') : say('fact.differs')}
                label={`${fieldName}, ${title}`}
                onSettle={onSettle && (() => onSettle(scan, title))}
              >
                {shown(scan.value)}
              </Differing>
            ) : (
              shown(scan.value)
            )}
            <Secondary>
              {title} · {say('scan.confidence', { percent: confidencePercent })} · <When at={scan.readAt} />
            </Secondary>
            <Button
              size="small"
              type="link"
              aria-label={`${say('scan.show')}: ${fieldName}, ${title}`}
              onClick={() => onOpen({ id, kind, contentType, title, place: { region, field: fieldName } })}
            >
              {say('scan.show')}
            </Button>
          </Flex>
        );
      })}
    </Flex>
  );
}
