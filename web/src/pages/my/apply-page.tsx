import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Form, Input, InputNumber, Progress, Select, Typography } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, oneKey } from '../../api/client';
import { fetchWithProgress } from '../../api/fetch-with-progress';
import { answerOf } from '../../api/problem';
import { useInstallation } from '../../auth/session';
import { useLanguage, useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { digitsOf, minorOf, signOf } from '../../ui/money-text';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { type ApplyForm, CHOICES, FIRST_VALUES, holderOf, requestOf } from './apply-form';
import { Calculator } from './calculator';
import { Consents, grantsOf, useConsentTexts } from './consents';
import { FileField } from './file-field';
import type { Upload } from './photo';
import { useCards } from './use-cards';

const FillPerson = lazy(() => import('../../magic/fill-person'));
const AttachSpecimens = lazy(() => import('../../magic/attach-specimens'));

/** Applying, on one page a phone can hold: how much, what it costs, who, documents, consents. */
export function Component() {
  const { code = '' } = useParams();
  const [search] = useSearchParams();
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const language = useLanguage();
  const navigate = useNavigate();
  const [form] = Form.useForm<ApplyForm>();
  const [files, setFiles] = useState<Readonly<Record<string, Upload>>>({});
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const [key] = useState(() => crypto.randomUUID());
  const [percent, setPercent] = useState(0);
  const { testMode } = useInstallation();
  const { hasAccount, bound, query: cards } = useCards();
  const account = useQuery({
    queryKey: ['account'],
    queryFn: async () => answerOf(await api.GET('/v1/my/account')),
    enabled: hasAccount,
  });
  const product = useQuery({
    queryKey: ['product', code],
    queryFn: async () => answerOf(await api.GET('/v1/products/{code}', { params: { path: { code } } })),
  });
  const texts = useConsentTexts(code);
  const apply = useMutation({
    mutationFn: async (values: ApplyForm) =>
      answerOf(
        await api.POST('/v1/applications', {
          params: { header: oneKey(key) },
          body: {
            ...requestOf(values, { code, currency: product.data?.currency }, account.data?.identity?.idNo),
            channel: search.get('scene') === null ? 'app' : 'partner',
            scene: search.get('scene') ?? undefined,
            clockId: search.get('clock') ?? undefined,
            locale: language,
            documents: Object.entries(files).map(([kind, upload]) => ({ kind, ...upload })),
            consents: grantsOf(texts, agreed, language),
          },
          fetch: fetchWithProgress(setPercent),
        }),
      ),
    onSuccess: ({ id }) => void navigate(`/my/applications/${id}`),
  });
  const yuan = Form.useWatch('yuan', form);
  const months = Form.useWatch('months', form);
  const method = Form.useWatch('method', form);
  const holder = Form.useWatch(
    (values: Partial<ApplyForm>) => holderOf(values, product.data?.currency),
    form,
  );
  const required = [{ required: true, message: say('required') }];
  const choice = (name: keyof typeof CHOICES) =>
    CHOICES[name].map((value) => ({ value, label: word('value', value) }));
  const noCard = hasAccount && cards.data !== undefined && bound.length === 0;
  const asked = { minor: Number(search.get('amountMinor')), months: Number(search.get('months')) };
  return (
    <div className="phone">
      <Loaded query={product}>
        {(one) => (
          <InCurrency code={one.currency}>
            <Page title={named(one.names)} name={named(one.names)}>
              {noCard && (
                <Alert
                  type="info"
                  showIcon
                  title={say('card.first')}
                  action={<Link to="/my/cards">{say('card.bind')}</Link>}
                />
              )}
              <Form<ApplyForm>
                form={form}
                layout="vertical"
                initialValues={{
                  ...FIRST_VALUES,
                  yuan:
                    asked.minor / 10 ** digitsOf(one.currency) ||
                    Math.max(10_000, Number(one.minAmountMinor) / 10 ** digitsOf(one.currency)),
                  months: one.termsMonths.includes(asked.months)
                    ? asked.months
                    : one.termsMonths.includes(12)
                      ? 12
                      : one.termsMonths[0],
                  method: one.methods[0],
                  purpose: one.purposes[0],
                }}
                onFinish={(values) => apply.mutate(values)}
              >
                <Flex vertical gap={16}>
                  <Card size="small" title={say('apply.howMuch')}>
                    <Form.Item name="yuan" label={say('amount')} rules={required}>
                      <InputNumber
                        prefix={signOf(one.currency).trim()}
                        min={Number(one.minAmountMinor) / 10 ** digitsOf(one.currency)}
                        max={Number(one.maxAmountMinor) / 10 ** digitsOf(one.currency)}
                        precision={digitsOf(one.currency)}
                        inputMode="decimal"
                        style={{ width: '100%' }}
                      />
                    </Form.Item>
                    {one.drawing !== null && (
                      <Form.Item
                        name="firstYuan"
                        label={say('apply.first')}
                        extra={say(method === 'revolving' ? 'apply.first.line' : 'apply.first.hint', {
                          n: one.drawing.availableMonths,
                        })}
                      >
                        <InputNumber
                          prefix={signOf(one.currency).trim()}
                          min={10 ** -digitsOf(one.currency)}
                          {...(typeof yuan === 'number' && { max: yuan })}
                          precision={digitsOf(one.currency)}
                          inputMode="decimal"
                          style={{ width: '100%' }}
                        />
                      </Form.Item>
                    )}
                    <Form.Item name="months" label={say('term')} rules={required}>
                      <Select
                        options={one.termsMonths.map((n) => ({ value: n, label: say('months', { n }) }))}
                      />
                    </Form.Item>
                    <Form.Item name="method" label={say('method')} rules={required}>
                      <Select
                        options={one.methods.map((value) => ({ value, label: word('method', value) }))}
                      />
                    </Form.Item>
                    <Form.Item name="purpose" label={say('purpose')} rules={required}>
                      <Select
                        options={one.purposes.map((value) => ({ value, label: word('purpose', value) }))}
                      />
                    </Form.Item>
                    {typeof yuan === 'number' && yuan > 0 && months > 0 && method !== undefined && (
                      <Calculator
                        productCode={code}
                        principalMinor={minorOf(yuan, one.currency) ?? '0'}
                        months={months}
                        method={method}
                        rateBps={one.baseRateBps}
                      />
                    )}
                  </Card>
                  {hasAccount ? (
                    bound.length > 0 && (
                      <Card size="small" title={say('card.choose')}>
                        <Form.Item
                          name="bankCardId"
                          initialValue={(bound.find(({ isDefault }) => isDefault) ?? bound[0])?.id}
                          rules={required}
                          noStyle
                        >
                          <Select
                            aria-label={say('card.choose')}
                            style={{ width: '100%' }}
                            options={bound.map(({ id, card }) => ({ value: id, label: card }))}
                          />
                        </Form.Item>
                      </Card>
                    )
                  ) : (
                    <Card size="small" title={say('apply.who')}>
                      {testMode && (
                        <Suspense>
                          <FillPerson
                            onPerson={({ name, idNo, phone, cardNo }) =>
                              form.setFieldsValue({ name, idNo, phone, cardNo })
                            }
                          />
                        </Suspense>
                      )}
                      <Form.Item name="name" label={say('name')} rules={required}>
                        <Input autoComplete="name" maxLength={60} />
                      </Form.Item>
                      <Form.Item name="idNo" label={say('idNo')} rules={required}>
                        <Input maxLength={18} autoComplete="off" />
                      </Form.Item>
                      <Form.Item name="phone" label={say('phone')} rules={required}>
                        <Input inputMode="tel" autoComplete="tel" maxLength={20} />
                      </Form.Item>
                      <Form.Item name="cardNo" label={say('cardNo')} rules={required}>
                        <Input inputMode="numeric" autoComplete="off" maxLength={30} />
                      </Form.Item>
                    </Card>
                  )}
                  <Card size="small" title={say('apply.life')}>
                    <Form.Item name="income" label={say('field.monthlyIncomeMinor')} rules={required}>
                      <InputNumber
                        prefix={signOf(one.currency).trim()}
                        min={0}
                        precision={digitsOf(one.currency)}
                        style={{ width: '100%' }}
                      />
                    </Form.Item>
                    <Form.Item name="debt" label={say('field.monthlyDebtMinor')} rules={required}>
                      <InputNumber
                        prefix={signOf(one.currency).trim()}
                        min={0}
                        precision={digitsOf(one.currency)}
                        style={{ width: '100%' }}
                      />
                    </Form.Item>
                    <Form.Item name="jobMonths" label={say('field.jobMonths')} rules={required}>
                      <InputNumber min={0} max={900} precision={0} style={{ width: '100%' }} />
                    </Form.Item>
                    {(['employment', 'education', 'housing', 'marital'] as const).map((name) => (
                      <Form.Item key={name} name={name} label={word('field', name)}>
                        <Select options={choice(name)} />
                      </Form.Item>
                    ))}
                  </Card>
                  <Card size="small" title={say('documents')}>
                    <Flex vertical gap={14}>
                      {one.documents.map(({ kind, names }) => (
                        <FileField
                          key={kind}
                          kind={kind}
                          label={named(names)}
                          done={files[kind] !== undefined}
                          onUpload={(upload) => setFiles((before) => ({ ...before, [kind]: upload }))}
                        />
                      ))}
                      {testMode && !hasAccount && (
                        <Suspense>
                          <AttachSpecimens
                            kinds={one.documents.map(({ kind }) => kind)}
                            holder={holder}
                            onFiles={(drawn) => setFiles((before) => ({ ...before, ...drawn }))}
                          />
                        </Suspense>
                      )}
                      <Typography.Text type="secondary">{say('apply.later')}</Typography.Text>
                    </Flex>
                  </Card>
                  <Card size="small" title={say('apply.consents')}>
                    <Consents texts={texts} agreed={agreed} onChange={setAgreed} />
                  </Card>
                  {apply.isPending && percent > 0 && (
                    <Progress percent={percent} aria-label={say('file.sending')} />
                  )}
                  <ProblemAlert error={apply.error} />
                  <Button
                    type="primary"
                    htmlType="submit"
                    size="large"
                    block
                    loading={apply.isPending}
                    disabled={agreed.length < texts.length || noCard}
                  >
                    {say('my.apply')}
                  </Button>
                  {(agreed.length < texts.length || noCard) && (
                    <Typography.Text type="secondary">
                      {say(noCard ? 'card.first' : 'apply.needConsents')}
                    </Typography.Text>
                  )}
                </Flex>
              </Form>
            </Page>
          </InCurrency>
        )}
      </Loaded>
    </div>
  );
}
