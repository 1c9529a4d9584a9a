import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Checkbox, Flex, Form, Input, Typography } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api, oneKey } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useInstallation } from '../../auth/session';
import { useAccountTexts } from '../../auth/use-account-texts';
import { useLanguage, useNamed } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { LegalText } from '../../ui/legal-text';
import { ProblemAlert } from '../../ui/problem-alert';

const FillPerson = lazy(() => import('../../magic/fill-person'));

interface CardForm {
  cardNo: string;
  name?: string;
  idNo?: string;
}

/** Binding a card: the first one also says who the person is, later ones need the number only. */
export function BindCard() {
  const say = useText();
  const named = useNamed();
  const locale = useLanguage();
  const queries = useQueryClient();
  const [form] = Form.useForm<CardForm>();
  const { testMode } = useInstallation();
  const [agreed, setAgreed] = useState(false);
  const { textOf, agreementTo } = useAccountTexts();
  const text = textOf('card_binding');
  const account = useQuery({
    queryKey: ['account'],
    queryFn: async () => answerOf(await api.GET('/v1/my/account')),
  });
  const bind = useMutation({
    mutationFn: async ({ cardNo, name, idNo }: CardForm) =>
      answerOf(
        await api.POST('/v1/my/cards', {
          params: { header: oneKey() },
          body: {
            cardNo,
            consent: agreementTo('card_binding', locale),
            ...(name !== undefined && idNo !== undefined && { holder: { name, idNo } }),
          },
        }),
      ),
    onSuccess: async () => {
      form.resetFields();
      setAgreed(false);
      await queries.invalidateQueries();
    },
  });
  const required = [{ required: true, message: say('required') }];
  const unknown = account.data !== undefined && account.data.identity === null;
  return (
    <Card size="small" title={say('card.bind')}>
      <Form<CardForm> form={form} layout="vertical" onFinish={(values) => bind.mutate(values)}>
        {testMode && (
          <Suspense>
            <FillPerson
              onPerson={({ name, idNo, cardNo }) =>
                form.setFieldsValue(unknown ? { name, idNo, cardNo } : { cardNo })
              }
            />
          </Suspense>
        )}
        {unknown && (
          <>
            <Form.Item name="name" label={say('name')} rules={required}>
              <Input autoComplete="name" maxLength={60} />
            </Form.Item>
            <Form.Item name="idNo" label={say('idNo')} rules={required}>
              <Input autoComplete="off" maxLength={18} />
            </Form.Item>
          </>
        )}
        <Form.Item name="cardNo" label={say('card.number')} rules={required} extra={say('card.same')}>
          <Input inputMode="numeric" autoComplete="cc-number" maxLength={30} />
        </Form.Item>
        <Flex vertical gap={10}>
          {text && (
            <div>
              <Checkbox checked={agreed} onChange={({ target }) => setAgreed(target.checked)}>
                {say('apply.agree', { title: named(text.titles) })}
              </Checkbox>
              <LegalText texts={text.texts} />
            </div>
          )}
          <ProblemAlert error={bind.error} />
          <Button type="primary" htmlType="submit" block loading={bind.isPending} disabled={!agreed}>
            {say('card.submit')}
          </Button>
          {!agreed && <Typography.Text type="secondary">{say('card.needConsent')}</Typography.Text>}
        </Flex>
      </Form>
    </Card>
  );
}
