import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex, Input, InputNumber, Select, Switch, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { api } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';
import { useListed } from '../../../i18n/language';
import { useText, useWord } from '../../../i18n/use-text';
import type { TextKey } from '../../../i18n/zh';
import { InCurrency } from '../../../ui/currency';
import { Money, percentText } from '../../../ui/money';
import { ProblemAlert } from '../../../ui/problem-alert';
import { useProducts } from '../../../ui/use-products';
import { useReasons } from '../../../ui/use-reasons';
import { YuanInput } from '../fields/amounts';
import { routeName } from '../table/facts';
import { type Detail, usePolicyNames } from '../use-policies';

export type Outcome = components['schemas']['TrialOutcome'];
type Example = components['schemas']['ExampleApplicant'];

const FIRST: Example = {
  amountMinor: '3000000',
  termMonths: 12,
  purpose: 'renovation',
  method: 'equal-instalment',
  age: 35,
  declared: {
    kind: 'person',
    employment: 'employed',
    jobMonths: 60,
    monthlyIncomeMinor: '2000000',
    monthlyDebtMinor: '0',
    education: 'bachelor',
    housing: 'own',
    marital: 'married',
    dependants: 1,
    residenceProvince: '31',
  },
  record: {
    bureauScore: 720,
    overdueAccounts: 0,
    worst24m: 0,
    hardQueries3m: 1,
    multiLenders3m: 0,
    fraudScore: 10,
    utilisationPercent: 20,
    monthlyRepaymentMinor: '0',
    courtOpenCases: 0,
    dishonest: false,
  },
  exposureMinor: '0',
  openApplications: 0,
};
const EMPLOYMENT = [
  'employed',
  'self_employed',
  'public_sector',
  'student',
  'retired',
  'unemployed',
] as const;
const EDUCATION = ['below_high_school', 'high_school', 'college', 'bachelor', 'master_or_above'] as const;
const HOUSING = ['own', 'mortgage', 'rent', 'family', 'dormitory', 'other'] as const;

/** An invented applicant under this version, beside the version in force. */
export function TryOut({ detail, users }: { detail: Detail; users: readonly string[] }) {
  const say = useText();
  const word = useWord();
  const names = usePolicyNames();
  const { products } = useProducts();
  const people = products.filter(({ customerType }) => customerType === 'person').map(({ code }) => code);
  const fitting = users.length > 0 ? users : people;
  const [productCode, setProduct] = useState<string>();
  const [applicationId, setApplication] = useState('');
  const [example, setExample] = useState(FIRST);
  const product = productCode ?? fitting[0] ?? '';
  const known = products.find(({ code }) => code === product);
  const { declared, record } = example;
  const tell = (change: Partial<Example>) => setExample({ ...example, ...change });
  const declare = (change: Partial<Example['declared']>) => tell({ declared: { ...declared, ...change } });
  const note = (change: Partial<Example['record']>) => tell({ record: { ...record, ...change } });
  const trial = useMutation({
    mutationFn: async () => {
      const method = known?.methods.includes(example.method) === false ? known.methods[0] : example.method;
      const purpose =
        known?.purposes.includes(example.purpose) === false ? known.purposes[0] : example.purpose;
      const asked = {
        ...example,
        method: method ?? example.method,
        purpose: purpose ?? example.purpose,
      };
      const body =
        applicationId === ''
          ? { productCode: product, example: asked }
          : { productCode: product, applicationId };
      return answerOf(
        await api.POST('/v1/policies/{id}/trials', { params: { path: { id: detail.id } }, body }),
      );
    },
  });
  const field = (label: TextKey, input: ReactNode) => (
    <div className="field">
      <Typography.Text type="secondary">{say(label)}</Typography.Text>
      {input}
    </div>
  );
  const number = (label: TextKey, value: number | null, set: (next: number | null) => void) =>
    field(
      label,
      <InputNumber<number>
        aria-label={say(label)}
        value={value}
        min={0}
        precision={0}
        style={{ width: 120 }}
        onChange={set}
      />,
    );
  const choose = <V extends string>(
    label: TextKey,
    group: string,
    values: readonly V[],
    value: V,
    set: (next: V) => void,
  ) =>
    field(
      label,
      <Select<V>
        aria-label={say(label)}
        value={value}
        style={{ minWidth: 130 }}
        options={values.map((one) => ({ value: one, label: word(group, one) }))}
        onChange={set}
      />,
    );
  return (
    <InCurrency code={known?.currency}>
      <Flex vertical gap={12}>
        <Typography.Text type="secondary">{say('studio.try.help')}</Typography.Text>
        <div className="field-grid">
          {field(
            'product',
            <Select
              aria-label={say('product')}
              value={product}
              style={{ minWidth: 180 }}
              options={fitting.map((code) => ({ value: code, label: names.nameOf('product', code) }))}
              onChange={setProduct}
            />,
          )}
          {field(
            'studio.try.past',
            <Input
              aria-label={say('studio.try.past')}
              value={applicationId}
              placeholder="app_…"
              style={{ width: 260 }}
              onChange={(event) => setApplication(event.target.value.trim())}
            />,
          )}
        </div>
        {applicationId === '' && (
          <div className="field-grid">
            {field(
              'amount',
              <YuanInput
                label={say('amount')}
                value={example.amountMinor}
                readOnly={false}
                onChange={(amountMinor) => tell({ amountMinor: amountMinor ?? '0' })}
              />,
            )}
            {field(
              'term',
              <Select
                aria-label={say('term')}
                value={example.termMonths}
                style={{ minWidth: 120 }}
                options={(known?.termsMonths ?? [12]).map((n) => ({ value: n, label: say('months', { n }) }))}
                onChange={(termMonths) => tell({ termMonths })}
              />,
            )}
            {number('studio.try.age', example.age, (age) => tell({ age: age ?? 35 }))}
            {choose('studio.try.employment', 'value', EMPLOYMENT, declared.employment, (employment) =>
              declare({ employment }),
            )}
            {number('studio.try.job', declared.jobMonths, (jobMonths) =>
              declare({ jobMonths: jobMonths ?? 0 }),
            )}
            {field(
              'studio.try.income',
              <YuanInput
                label={say('studio.try.income')}
                value={declared.monthlyIncomeMinor}
                readOnly={false}
                onChange={(next) => declare({ monthlyIncomeMinor: next ?? '0' })}
              />,
            )}
            {field(
              'studio.try.debt',
              <YuanInput
                label={say('studio.try.debt')}
                value={declared.monthlyDebtMinor}
                readOnly={false}
                onChange={(next) => declare({ monthlyDebtMinor: next ?? '0' })}
              />,
            )}
            {choose('studio.try.education', 'value', EDUCATION, declared.education, (education) =>
              declare({ education }),
            )}
            {choose('studio.try.housing', 'value', HOUSING, declared.housing, (housing) =>
              declare({ housing }),
            )}
            {number('studio.try.bureau', record.bureauScore, (bureauScore) => note({ bureauScore }))}
            {number('studio.try.overdue', record.overdueAccounts, (next) =>
              note({ overdueAccounts: next ?? 0 }),
            )}
            {number('studio.try.queries', record.hardQueries3m, (next) => note({ hardQueries3m: next ?? 0 }))}
            {number('studio.try.fraud', record.fraudScore, (next) => note({ fraudScore: next ?? 0 }))}
            {field(
              'studio.try.dishonest',
              <Switch
                aria-label={say('studio.try.dishonest')}
                checked={record.dishonest}
                onChange={(dishonest) => note({ dishonest })}
              />,
            )}
          </div>
        )}
        <Button
          type="primary"
          style={{ alignSelf: 'start' }}
          loading={trial.isPending}
          onClick={() => trial.mutate()}
        >
          {say('studio.try.do')}
        </Button>
        <ProblemAlert error={trial.error} />
        {trial.data && (
          <Flex vertical gap={12} aria-live="polite">
            <Alert
              type={trial.data.differs ? 'warning' : 'success'}
              showIcon
              title={say(trial.data.differs ? 'studio.try.differs' : 'studio.try.same')}
            />
            <Outcomes published={trial.data.published} draft={trial.data.draft} />
          </Flex>
        )}
      </Flex>
    </InCurrency>
  );
}

/** Two outcomes beside each other; what differs is marked. */
function Outcomes({ published, draft }: { published: Outcome | null; draft: Outcome }) {
  const say = useText();
  const word = useWord();
  const listed = useListed();
  const { nameOf } = useReasons();
  const { documentName } = useProducts();
  const lines: readonly (readonly [TextKey, (one: Outcome) => ReactNode, (one: Outcome) => string])[] = [
    ['studio.try.result', (one) => word('result', one.result), (one) => one.result],
    ['studio.out.route', (one) => routeName(say, one.route), (one) => one.route],
    ['studio.f.grade', (one) => `${one.grade} · ${one.score}`, (one) => `${one.grade}${one.score}`],
    ['rate', (one) => percentText(one.rateBps), (one) => String(one.rateBps)],
    ['amount', (one) => <Money minor={one.amountMinor} />, (one) => String(one.amountMinor)],
    [
      'term',
      (one) => (one.termMonths === null ? '—' : say('months', { n: one.termMonths })),
      (one) => String(one.termMonths),
    ],
    [
      'studio.try.cost',
      (one) => (one.simpleAnnualPercent === null ? '—' : `${Number(one.simpleAnnualPercent).toFixed(2)}%`),
      (one) => String(one.simpleAnnualPercent),
    ],
    ['reasons', (one) => listed(one.reasons.map(nameOf)) || '—', (one) => one.reasons.join()],
    ['documents', (one) => listed(one.documents.map(documentName)) || '—', (one) => one.documents.join()],
    [
      'rule.row',
      (one) => listed(one.rows.map(({ row }) => row)) || '—',
      (one) => one.rows.map(({ row }) => row).join(),
    ],
  ];
  return (
    <section className="wide" aria-label={say('studio.tab.try')}>
      <table className="outcomes">
        <thead>
          <tr>
            <th scope="col">{say('studio.try.what')}</th>
            <th scope="col">{say('studio.try.published')}</th>
            <th scope="col">{say('studio.try.draft')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, show, key]) => (
            <tr key={label}>
              <th scope="row">{say(label)}</th>
              <td>{published === null ? '—' : show(published)}</td>
              <td>
                <span className={published !== null && key(published) !== key(draft) ? 'differs' : ''}>
                  {show(draft)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
