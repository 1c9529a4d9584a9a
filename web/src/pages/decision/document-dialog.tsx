import { Flex, Modal } from 'antd';
import { useText } from '../../i18n/use-text';
import { Secondary } from '../../ui/secondary';
import type { OpenPage } from './use-document';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A page of a document; the place where a field was read is framed and scrolled to. */
export function DocumentDialog({ page, onClose }: { page: OpenPage; onClose: () => void }) {
  const say = useText();
  const { address, title, place } = page;
  const region = place?.region;
  return (
    <Modal open title={title} footer={null} width={900} onCancel={onClose}>
      <Flex vertical gap={8}>
        {place && (
          <Secondary>{region ? say('scan.here', { field: place.field }) : say('scan.noPlace')}</Secondary>
        )}
        <div className="scan">
          <img src={address} alt={title} />
          {region && (
            <span
              ref={(frame) => frame?.scrollIntoView({ block: 'center' })}
              role="img"
              aria-label={say('scan.here', { field: place.field })}
              className="scan-region"
              style={{
                left: percent(region.x),
                top: percent(region.y),
                width: percent(region.width),
                height: percent(region.height),
              }}
            />
          )}
        </div>
      </Flex>
    </Modal>
  );
}
