import { Button, Flex, Progress, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { type Upload, uploadOf } from './photo';

interface FileFieldProps {
  kind: string;
  label: string;
  done: boolean;
  onUpload: (upload: Upload) => void;
  /** Percent sent of an upload under way. */
  percent?: number | undefined;
  /** Sends the file again after the line broke. */
  retry?: (() => void) | undefined;
}

/** One document: taken with the camera or chosen from the phone; made smaller before it travels. */
export function FileField({ kind, label, done, onUpload, percent, retry }: FileFieldProps) {
  const say = useText();
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'working' | 'broken'>('idle');
  const [kb, setKb] = useState<number>();
  const take = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setState('working');
    uploadOf(chosen).then(
      (upload) => {
        setState('idle');
        setKb(Math.max(1, Math.round((upload.contentBase64.length * 3) / 4 / 1024)));
        onUpload(upload);
      },
      () => setState('broken'),
    );
  };
  return (
    <Flex vertical gap={6}>
      <Flex className="file-row" justify="space-between" align="center" gap={8} wrap>
        <label htmlFor={`file-${kind}`}>
          {label} {done && '✓'}
        </label>
        <input
          id={`file-${kind}`}
          ref={file}
          type="file"
          className="hidden-file"
          tabIndex={-1}
          accept="image/jpeg,image/png,application/pdf"
          onChange={(event) => take(event.target.files?.[0])}
        />
        <input
          ref={camera}
          type="file"
          className="hidden-file"
          tabIndex={-1}
          aria-label={`${say('file.camera')} ${label}`}
          accept="image/*"
          capture="environment"
          onChange={(event) => take(event.target.files?.[0])}
        />
        <Flex gap={8}>
          <Button onClick={() => camera.current?.click()}>{say('file.camera')}</Button>
          <Button onClick={() => file.current?.click()}>{say(done ? 'file.again' : 'file.choose')}</Button>
        </Flex>
      </Flex>
      {state === 'working' && <Typography.Text type="secondary">{say('file.working')}</Typography.Text>}
      {state === 'broken' && <Typography.Text type="danger">{say('file.broken')}</Typography.Text>}
      {percent !== undefined && (
        <Progress size="small" percent={percent} aria-label={`${say('file.sending')} ${label}`} />
      )}
      {retry !== undefined && <Button onClick={retry}>{say('file.retry')}</Button>}
      {done && kb !== undefined && state === 'idle' && (
        <Typography.Text type="secondary">{say('file.sent', { kb })}</Typography.Text>
      )}
    </Flex>
  );
}
