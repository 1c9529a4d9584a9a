import { Card, Flex, Typography } from 'antd';
import { useNamed } from '../../../i18n/language';
import { useText } from '../../../i18n/use-text';
import { PercentInput, WholeInput } from '../fields/amounts';
import type { FactBook } from '../table/facts';
import type { Content } from '../use-policies';
import { BinInput } from './bin-input';

type Ratios = Extract<Extract<Content, { kind: 'scorecard' }>['form'], { model: 'ratios' }>;

interface QualitiesProps {
  form: Ratios;
  facts: FactBook;
  readOnly: boolean;
  onChange: (form: Ratios) => void;
}

/** Qualitative facts of a company, each with the share of its weight that a value earns. */
export function Qualities({ form, facts, readOnly, onChange }: QualitiesProps) {
  const say = useText();
  const named = useNamed();
  type Quality = Ratios['qualities'][number];
  const set = (at: number, next: Quality) =>
    onChange({ ...form, qualities: form.qualities.map((one, here) => (here === at ? next : one)) });
  return (
    <Card size="small" title={say('studio.g.qualities')}>
      <Flex vertical gap={12}>
        {form.qualities.map((quality, at) => (
          <div key={quality.name} className="entry">
            <Flex vertical gap={6}>
              <Flex gap={12} align="center">
                <Typography.Text strong>{named(quality.names)}</Typography.Text>
                <span>{say('studio.f.weight')}</span>
                <WholeInput
                  label={`${named(quality.names)} ${say('studio.f.weight')}`}
                  value={quality.weight}
                  readOnly={readOnly}
                  min={1}
                  width={70}
                  onChange={(weight) => set(at, { ...quality, weight: weight ?? 1 })}
                />
              </Flex>
              {quality.shares.map((share, place) => {
                const label = say('studio.cell', { row: place + 1, what: named(quality.names) });
                const put = (next: typeof share) =>
                  set(at, {
                    ...quality,
                    shares: quality.shares.map((one, here) => (here === place ? next : one)),
                  });
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: shares have no identity but their place
                  <Flex key={place} gap={8} wrap align="center">
                    <BinInput
                      label={label}
                      when={share.when}
                      fact={facts.get(quality.name)}
                      readOnly={readOnly}
                      onChange={(when) => put({ ...share, when })}
                    />
                    <PercentInput
                      label={`${label} ${say('studio.share')}`}
                      parts={1}
                      width={80}
                      value={share.percent}
                      readOnly={readOnly}
                      onChange={(percent) => put({ ...share, percent: percent ?? 0 })}
                    />
                  </Flex>
                );
              })}
            </Flex>
          </div>
        ))}
      </Flex>
    </Card>
  );
}
