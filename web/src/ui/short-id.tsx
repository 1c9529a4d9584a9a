import { Typography } from 'antd';
import { useText } from '../i18n/use-text';

/** An id short enough to read, whole when copied. */
export function ShortId({ id }: { id: string }) {
  const say = useText();
  const [prefix = '', rest = ''] = id.split('_');
  return (
    <Typography.Text className="short-id" copyable={{ text: id, tooltips: [say('copy'), say('copied')] }}>
      {`${prefix}·${rest.slice(-6)}`}
    </Typography.Text>
  );
}
