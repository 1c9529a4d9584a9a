import { useQuery } from '@tanstack/react-query';
import { Button, Card, Drawer, Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import { useNamed } from '../i18n/language';
import { useText, useWord } from '../i18n/use-text';
import { Loaded } from '../ui/page';
import { Secondary } from '../ui/secondary';
import { WideTable } from '../ui/wide-table';
import { invent, useMagic, useSay, useScenarios } from './use-magic';

/** Invented people to copy into forms, and every value that makes an outside party of the sandbox behave. */
export default function MagicDrawer({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const word = useWord();
  const named = useNamed();
  const tables = useMagic();
  const [scenario, setScenario] = useState('');
  return (
    <Drawer open size={720} title={say('magic.title')} onClose={onClose}>
      <Flex vertical gap={16}>
        <Typography.Text type="secondary">{say('magic.help')}</Typography.Text>
        <Person scenario={scenario} onScenario={setScenario} />
        <Loaded query={tables}>
          {(all) =>
            all.map(({ where, values }) => (
              <section key={where.en} aria-label={named(where)}>
                <h3 className="section-title">{named(where)}</h3>
                <WideTable
                  rowKey="scenario"
                  dataSource={values}
                  columns={[
                    { key: 'mark', title: say('magic.mark'), render: (_, one) => <code>{one.mark}</code> },
                    { key: 'party', title: say('magic.party'), render: (_, one) => word('party', one.party) },
                    {
                      ...{ key: 'effect', title: say('magic.effect') },
                      render: (_, one) => <span className="wraps narrow">{named(one.effect)}</span>,
                    },
                    {
                      ...{ key: 'do', title: '' },
                      render: (_, one) =>
                        one.onPerson ? (
                          <Button
                            size="small"
                            aria-label={`${say('magic.choose')}: ${named(one.effect)}`}
                            onClick={() => setScenario(one.scenario)}
                          >
                            {say('magic.choose')}
                          </Button>
                        ) : (
                          <Secondary>{say('magic.notPerson')}</Secondary>
                        ),
                    },
                  ]}
                />
              </section>
            ))
          }
        </Loaded>
      </Flex>
    </Drawer>
  );
}

function Person({ scenario, onScenario }: { scenario: string; onScenario: (next: string) => void }) {
  const say = useSay();
  const text = useText();
  const scenarios = useScenarios();
  const [which, setWhich] = useState(0);
  const person = useQuery({
    queryKey: ['invented-person', scenario, which],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => invent(scenario === '' ? undefined : scenario),
  });
  return (
    <Card size="small" title={say('magic.person')} style={{ position: 'sticky', top: 0, zIndex: 2 }}>
      <Flex vertical gap={10}>
        <Flex gap={8} wrap>
          <Select
            aria-label={say('magic.scenario')}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ flex: 1, minWidth: 200 }}
            value={scenario}
            options={scenarios}
            onChange={onScenario}
          />
          <Button loading={person.isFetching} onClick={() => setWhich((before) => before + 1)}>
            {say('magic.make')}
          </Button>
        </Flex>
        <Loaded query={person}>
          {({ name, idNo, phone, cardNo }) => (
            <dl className="pairs">
              {(
                [
                  [text('name'), name],
                  [text('idNo'), idNo],
                  [text('phone'), phone],
                  [say('magic.cardNo'), cardNo],
                ] as const
              ).map(([label, value]) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>{label}</dt>
                  <dd>
                    <Typography.Text copyable={{ text: value }}>{value}</Typography.Text>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Loaded>
      </Flex>
    </Card>
  );
}
