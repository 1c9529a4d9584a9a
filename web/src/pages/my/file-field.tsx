import { Button, Flex, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { type Upload, uploadOf } from './photo';

interface FileFieldProps {
  kind: string;
  label: string;
  done: boolean;
  onUpload: (upload: Upload) => void;
}

/** One document: taken with the camera or chosen from the phone. */
export function FileField({ kind, label, done, onUpload }: FileFieldProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState(false);
  return (
    <Flex justify="space-between" align="center" gap={8} wrap>
      <label htmlFor={`file-${kind}`}>
        {label} {done && '✓'}
      </label>
      <input
        id={`file-${kind}`}
        ref={input}
        type="file"
        style={{ display: 'none' }}
        accept="image/jpeg,image/png,application/pdf"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file === undefined) return;
          uploadOf(file).then(
            (upload) => {
              setBroken(false);
              onUpload(upload);
            },
            () => setBroken(true),
          );
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        {say(done ? 'file.again' : 'file.choose')}
      </Button>
      {broken && <Typography.Text type="danger">{say('file.broken')}</Typography.Text>}
    </Flex>
  );
}
