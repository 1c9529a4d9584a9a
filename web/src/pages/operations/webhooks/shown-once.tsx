import { Alert, Button, Flex, Modal, Typography } from 'antd';
import { useSay } from './use-words';

interface ShownOnceProps {
  title: string;
  warning: string;
  secret: string;
  onClose: () => void;
}

/** A secret that the system shows this once, to be copied before it is closed. */
export function ShownOnce({ title, warning, secret, onClose }: ShownOnceProps) {
  const say = useSay();
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {say('hook.done')}
        </Button>
      }
    >
      <Flex vertical gap={12}>
        <Alert type="warning" showIcon title={warning} />
        <Typography.Text code copyable={{ text: secret }}>
          {secret}
        </Typography.Text>
      </Flex>
    </Modal>
  );
}
