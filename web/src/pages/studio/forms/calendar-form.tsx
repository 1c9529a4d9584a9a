import { Button, Card, DatePicker, Flex, Tag, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text';
import { Day } from '../../../ui/when';
import type { Content } from '../use-policies';

type Calendar = Extract<Content, { kind: 'calendar' }>['form'];
type List = 'holidays' | 'makeUpWorkdays';

interface CalendarFormProps {
  form: Calendar;
  readOnly: boolean;
  onChange: (form: Calendar) => void;
}

/** Holidays and working weekends, year by year, and how far the authorities have published. */
export function CalendarForm({ form, readOnly, onChange }: CalendarFormProps) {
  const say = useText();
  const first = Number(form.publishedFrom.slice(0, 4));
  const last = Number(form.publishedThrough.slice(0, 4));
  const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, n) => last - n);
  const day = (label: string, value: string, set: (next: string) => void) => (
    <Flex vertical gap={4}>
      <Typography.Text type="secondary">{label}</Typography.Text>
      <DatePicker
        aria-label={label}
        allowClear={false}
        disabled={readOnly}
        value={dayjs(value)}
        onChange={(next) => next && set(next.format('YYYY-MM-DD'))}
      />
    </Flex>
  );
  return (
    <Flex vertical gap={12}>
      <Card size="small" title={say('studio.g.published')}>
        <Flex wrap gap={16} align="end">
          {day(say('studio.f.publishedFrom'), form.publishedFrom, (publishedFrom) =>
            onChange({ ...form, publishedFrom }),
          )}
          {day(say('studio.f.publishedThrough'), form.publishedThrough, (publishedThrough) =>
            onChange({ ...form, publishedThrough }),
          )}
          {!readOnly && (
            <Button onClick={() => onChange({ ...form, publishedThrough: `${last + 1}-12-31` })}>
              {say('studio.year.add', { year: last + 1 })}
            </Button>
          )}
        </Flex>
      </Card>
      {years.map((year) => (
        <Card key={year} size="small" title={String(year)}>
          <Flex vertical gap={12}>
            <Days {...{ form, readOnly, onChange, year }} list="holidays" colour="volcano" />
            <Days {...{ form, readOnly, onChange, year }} list="makeUpWorkdays" colour="blue" />
          </Flex>
        </Card>
      ))}
    </Flex>
  );
}

function Days({
  form,
  readOnly,
  onChange,
  year,
  list,
  colour,
}: CalendarFormProps & { year: number; list: List; colour: string }) {
  const say = useText();
  const [days, setDays] = useState<[Dayjs | null, Dayjs | null] | null>(null);
  const mine = form[list].filter((day) => day.startsWith(`${year}-`));
  const add = (from: Dayjs, to: Dayjs) => {
    const span = Array.from({ length: to.diff(from, 'day') + 1 }, (_, n) =>
      from.add(n, 'day').format('YYYY-MM-DD'),
    );
    onChange({ ...form, [list]: [...new Set([...form[list], ...span])].sort() });
    setDays(null);
  };
  const label = say(`studio.f.${list}`);
  return (
    <Flex vertical gap={6}>
      <Typography.Text type="secondary">{`${label} · ${say('studio.n.days', { n: mine.length })}`}</Typography.Text>
      <Flex wrap gap={6}>
        {mine.map((day) => (
          <Tag
            key={day}
            color={colour}
            closable={readOnly ? false : { 'aria-label': say('studio.day.remove', { day }) }}
            onClose={(event) => {
              event.preventDefault();
              onChange({ ...form, [list]: form[list].filter((one) => one !== day) });
            }}
          >
            <Day on={day} />
          </Tag>
        ))}
        {mine.length === 0 && <Typography.Text type="secondary">{say('studio.list.empty')}</Typography.Text>}
      </Flex>
      {!readOnly && (
        <DatePicker.RangePicker
          aria-label={`${label} ${year}`}
          value={days}
          defaultPickerValue={[dayjs(`${year}-01-01`), dayjs(`${year}-02-01`)]}
          placeholder={[say('studio.day.from'), say('studio.day.to')]}
          onChange={(next) => {
            const [from, to] = next ?? [];
            if (from && to) add(from, to);
          }}
          style={{ maxWidth: 280 }}
        />
      )}
    </Flex>
  );
}
