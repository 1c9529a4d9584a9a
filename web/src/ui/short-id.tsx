import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useText } from '../i18n/use-text';
import { CopySign, DoneSign } from './signs';

/** An id short enough to read, whole when copied. */
export function ShortId({ id }: { id: string }) {
  const say = useText();
  const [copied, setCopied] = useState(false);
  const [prefix = '', rest = ''] = id.split('_');
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <span className="short-id">
      {`${prefix}·${rest.slice(-6)}`}
      <Tooltip title={say(copied ? 'copied' : 'copy')}>
        <Button
          type="link"
          size="small"
          aria-label={`${say('copy')} ${prefix} ${rest.slice(-6)}`}
          onClick={(event) => {
            event.stopPropagation();
            void copy();
          }}
        >
          {copied ? <DoneSign /> : <CopySign />}
        </Button>
      </Tooltip>
    </span>
  );
}
