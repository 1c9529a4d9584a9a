import { Modal } from 'antd';
import { useText } from '../i18n/use-text';

const KEYS = [
  ['j / k', 'keys.jk'],
  ['Enter', 'keys.enter'],
  ['a', 'keys.a'],
  ['r', 'keys.r'],
  ['Ctrl K', 'keys.search'],
  ['?', 'keys.help'],
] as const;

/** What the keys of the inbox do. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useText();
  return (
    <Modal
      open={open}
      title={say('keys.title')}
      okText={say('keys.close')}
      onOk={onClose}
      onCancel={onClose}
      footer={(_, { OkBtn }) => <OkBtn />}
    >
      <dl className="keys">
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
