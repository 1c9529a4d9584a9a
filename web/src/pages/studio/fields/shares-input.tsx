import { Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text';

const PPM = 10_000;
const WHOLE = 100 * PPM;

/** Shares in percent as typed, one for each row, parted by commas or blanks; null while something is no share. */
export function sharesOf(text: string): number[] | null {
  const words = text.split(/[\s,，、;；%]+/).filter((word) => word !== '');
  const shares = words.map((word) => Math.round(Number(word) * PPM));
  return shares.every((share) => Number.isInteger(share) && share >= 0 && share <= WHOLE) ? shares : null;
}

const textOf = (shares: readonly number[]): string => shares.map((share) => share / PPM).join(', ');

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
  const stands = typed !== null && textOf(sharesOf(typed) ?? []) === textOf(value);
  const sum = value.reduce((total, share) => total + share, 0);
  return (
    <Flex vertical gap={2}>
      <Input.TextArea
        aria-label={label}
        value={typed !== null && (stands || sharesOf(typed) === null) ? typed : textOf(value)}
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
