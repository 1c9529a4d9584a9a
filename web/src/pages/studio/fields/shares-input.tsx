import { Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text';
import { PPM, sharesOf, sharesText, WHOLE } from '../../../ui/shares';

interface SharesInputProps {
  label: string;
  value: readonly number[];
  readOnly: boolean;
  onChange: (next: number[]) => void;
}

/** The principal of each row as a share of all of it, with how many rows there are and what they come to. */
export function SharesInput({ label, value, readOnly, onChange }: SharesInputProps) {
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const stands = typed !== null && sharesText(sharesOf(typed) ?? []) === sharesText(value);
  const sum = value.reduce((total, share) => total + share, 0);
  return (
    <Flex vertical gap={2}>
      <Input.TextArea
        aria-label={label}
        value={typed !== null && (stands || sharesOf(typed) === null) ? typed : sharesText(value)}
        status={typed !== null && sharesOf(typed) === null ? 'error' : ''}
        autoSize={{ minRows: 1, maxRows: 6 }}
        disabled={readOnly}
        style={{ minWidth: 260 }}
        onChange={({ target }) => {
          setTyped(target.value);
          const shares = sharesOf(target.value);
          if (shares !== null) onChange(shares);
        }}
      />
      <Typography.Text type={sum === WHOLE ? 'secondary' : 'danger'}>
        {say('studio.shares.sum', { n: value.length, percent: sum / PPM })}
      </Typography.Text>
    </Flex>
  );
}
