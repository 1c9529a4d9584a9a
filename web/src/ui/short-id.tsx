import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useText } from '../i18n/use-text';
import { CopySign, DoneSign } from './signs';

/** An id short enough to read, whole when copied. What kind of id it is is in the id itself, or is said. */
export function ShortId({ id, kind }: { id: string; kind?: string }) {
  const say = useText();
  const [copied, setCopied] = useState(false);
  const prefix = kind ?? id.split('_')[0] ?? '';
  const tail = id.slice(-6);
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <span className="short-id">
      {`${prefix}·${tail}`}
      <Tooltip title={say(copied ? 'copied' : 'copy')}>
        <Button
          type="link"
          size="small"
          aria-label={`${say('copy')} ${prefix} ${tail}`}
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
