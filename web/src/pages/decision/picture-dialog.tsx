import { Flex, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { MarkedPlace } from '../../reading/marked-place';
import type { Mark } from '../../reading/paper';
import { Secondary } from '../../ui/secondary';

interface PictureDialogProps {
  picture: Blob;
  title: string;
  /** Says where a field stands on it. */
  where: string | undefined;
  mark: Mark | undefined;
  onClose: () => void;
}

/** A photographed document. */
export function PictureDialog({ picture, title, where, mark, onClose }: PictureDialogProps) {
  const [address, setAddress] = useState<string>();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return (
    <Modal open title={title} footer={null} width={900} onCancel={onClose}>
      <Flex vertical gap={8}>
        {where && <Secondary>{where}</Secondary>}
        <div className="scan">
          <img src={address} alt={title} onLoad={() => setShown(true)} />
          {mark && shown && <MarkedPlace mark={mark} />}
        </div>
      </Flex>
    </Modal>
  );
}
