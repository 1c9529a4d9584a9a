import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Collapse, Flex, Form, Input, InputNumber, Select, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api, oneKey } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useLanguage, useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { type ApplyForm, CHOICES, FIRST_VALUES, requestOf } from './apply-form';
import { Calculator } from './calculator';
import { FileField } from './file-field';
import type { Upload } from './photo';

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
  const product = useQuery({
    queryKey: ['product', code],
    queryFn: async () => answerOf(await api.GET('/v1/products/{code}', { params: { path: { code } } })),
  });
  const texts = useQuery({
    queryKey: ['consents', code],
    queryFn: async () =>
      answerOf(await api.GET('/v1/products/{code}/consent-texts', { params: { path: { code } } })).data,
  });
  const consentTexts = texts.data ?? [];
  const apply = useMutation({
    mutationFn: async (values: ApplyForm) =>
      answerOf(
        await api.POST('/v1/applications', {
          params: { header: oneKey(key) },
          body: {
            ...requestOf(values, code),
            channel: search.get('scene') ?? 'app',
            locale: language,
            documents: Object.entries(files).map(([kind, upload]) => ({ kind, ...upload })),
            consents: consentTexts
              .filter((text) => agreed.includes(text.code))
              .map(({ code: name, version, hashes }) => ({
                code: name,
                version,
                locale: language,
                textHash: language === 'en' ? hashes.en : hashes.zh,
              })),
          },
        }),
      ),
    onSuccess: ({ id }) => void navigate(`/my/applications/${id}`),
  });
  const yuan = Form.useWatch('yuan', form);
  const months = Form.useWatch('months', form);
  const method = Form.useWatch('method', form);
  const required = [{ required: true, message: say('required') }];
  const choice = (name: keyof typeof CHOICES) =>
    CHOICES[name].map((value) => ({ value, label: word('value', value) }));
  return (
    <div className="phone">
      <Loaded query={product}>
        {(one) => (
          <Page title={named(one.names)} name={named(one.names)}>
            <Form<ApplyForm>
              form={form}
              layout="vertical"
              initialValues={{
                ...FIRST_VALUES,
                yuan: Math.max(10_000, Number(one.minAmountMinor) / 100),
                months: one.termsMonths.includes(12) ? 12 : one.termsMonths[0],
                method: one.methods[0],
                purpose: one.purposes[0],
              }}
              onFinish={(values) => apply.mutate(values)}
            >
              <Flex vertical gap={16}>
                <Card size="small" title={say('apply.howMuch')}>
                  <Form.Item name="yuan" label={say('amount')} rules={required}>
                    <InputNumber
                      prefix="¥"
                      min={Number(one.minAmountMinor) / 100}
                      max={Number(one.maxAmountMinor) / 100}
                      precision={2}
                      inputMode="decimal"
                      style={{ width: '100%' }}
                    />
                  </Form.Item>
                  <Form.Item name="months" label={say('term')} rules={required}>
                    <Select
                      options={one.termsMonths.map((n) => ({ value: n, label: say('months', { n }) }))}
                    />
                  </Form.Item>
                  <Form.Item name="method" label={say('method')} rules={required}>
                    <Select options={one.methods.map((value) => ({ value, label: word('method', value) }))} />
                  </Form.Item>
                  <Form.Item name="purpose" label={say('purpose')} rules={required}>
                    <Select
                      options={one.purposes.map((value) => ({ value, label: word('purpose', value) }))}
                    />
                  </Form.Item>
                  {typeof yuan === 'number' && yuan > 0 && months > 0 && method !== undefined && (
                    <Calculator
                      principalMinor={String(Math.round(yuan * 100))}
                      months={months}
                      method={method}
                      rateBps={one.baseRateBps}
                    />
                  )}
                </Card>
                <Card size="small" title={say('apply.who')}>
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
                <Card size="small" title={say('apply.life')}>
                  <Form.Item name="income" label={say('field.monthlyIncomeMinor')} rules={required}>
                    <InputNumber prefix="¥" min={0} precision={2} style={{ width: '100%' }} />
                  </Form.Item>
                  <Form.Item name="debt" label={say('field.monthlyDebtMinor')} rules={required}>
                    <InputNumber prefix="¥" min={0} precision={2} style={{ width: '100%' }} />
                  </Form.Item>
                  <Form.Item name="jobMonths" label={say('field.jobMonths')} rules={required}>
                    <InputNumber min={0} max={900} precision={0} style={{ width: '100%' }} />
                  </Form.Item>
                  <Form.Item name="employment" label={say('field.employment')}>
                    <Select options={choice('employment')} />
                  </Form.Item>
                  <Form.Item name="education" label={say('field.education')}>
                    <Select options={choice('education')} />
                  </Form.Item>
                  <Form.Item name="housing" label={say('field.housing')}>
                    <Select options={choice('housing')} />
                  </Form.Item>
                  <Form.Item name="marital" label={say('field.marital')}>
                    <Select options={choice('marital')} />
                  </Form.Item>
                </Card>
                <Card size="small" title={say('documents')}>
                  <Flex vertical gap={10}>
                    {one.documents.map(({ kind, names }) => (
                      <FileField
                        key={kind}
                        kind={kind}
                        label={named(names)}
                        done={files[kind] !== undefined}
                        onUpload={(upload) => setFiles((before) => ({ ...before, [kind]: upload }))}
                      />
                    ))}
                    <Typography.Text type="secondary">{say('apply.later')}</Typography.Text>
                  </Flex>
                </Card>
                <Card size="small" title={say('apply.consents')}>
                  <Flex vertical gap={10}>
                    {consentTexts.map((text) => (
                      <div key={text.code}>
                        <Checkbox
                          checked={agreed.includes(text.code)}
                          onChange={({ target }) =>
                            setAgreed((before) =>
                              target.checked
                                ? [...before, text.code]
                                : before.filter((one) => one !== text.code),
                            )
                          }
                        >
                          {say('apply.agree', { title: named(text.titles) })}
                        </Checkbox>
                        <Collapse
                          ghost
                          size="small"
                          items={[{ key: 't', label: say('apply.read'), children: named(text.texts) }]}
                        />
                      </div>
                    ))}
                  </Flex>
                </Card>
                <ProblemAlert error={apply.error} />
                <Button
                  type="primary"
                  htmlType="submit"
                  size="large"
                  block
                  loading={apply.isPending}
                  disabled={agreed.length < consentTexts.length}
                >
                  {say('my.apply')}
                </Button>
                {agreed.length < consentTexts.length && (
                  <Typography.Text type="secondary">{say('apply.needConsents')}</Typography.Text>
                )}
              </Flex>
            </Form>
          </Page>
        )}
      </Loaded>
    </div>
  );
}
