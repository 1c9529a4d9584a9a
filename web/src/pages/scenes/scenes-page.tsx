import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Form, Input, InputNumber, QRCode, Select, Tag, Typography } from 'antd';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useSession } from '../../auth/session';
import { useText } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { Money } from '../../ui/money';
import { digitsOf, minorOf, NO_CURRENCY, signOf } from '../../ui/money-text';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { useProducts } from '../../ui/use-products';

type Scene = components['schemas']['Scene'];
interface SceneForm {
  partnerId?: string;
  name: string;
  productCode: string;
  yuan?: number | null;
  months?: number;
}

/** Partners' desks: their links and QR codes, made by the partner or an administrator. */
export function Component() {
  const say = useText();
  const products = useProducts();
  const scenes = useQuery({
    queryKey: ['scenes'],
    queryFn: async () => answerOf(await api.GET('/v1/scenes')).data,
  });
  return (
    <Page title={say('scene.title')} name={say('scene.title')}>
      <MakeScene />
      <Loaded query={scenes}>
        {(all) =>
          all.length === 0 ? (
            <Empty description={say('scene.empty')} />
          ) : (
            <Loaded query={products.query}>
              {() => (
                <div className="scenes">
                  {all.map((scene) => (
                    <OneScene key={scene.id} scene={scene} />
                  ))}
                </div>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

function MakeScene() {
  const say = useText();
  const { kind } = useSession();
  const queries = useQueryClient();
  const { products, nameOf } = useProducts();
  const [form] = Form.useForm<SceneForm>();
  const chosen = Form.useWatch('productCode', form);
  const product = products.find(({ code }) => code === chosen);
  const terms = product?.termsMonths ?? [];
  const partners = useQuery({
    queryKey: ['partners'],
    queryFn: async () => answerOf(await api.GET('/v1/partners')).data,
  });
  const make = useMutation({
    mutationFn: async ({ partnerId, name, productCode, yuan, months }: SceneForm) =>
      answerOf(
        await api.POST('/v1/scenes', {
          params: { header: oneKey() },
          body: {
            ...{ partnerId, name, productCode },
            amountMinor: minorOf(yuan ?? null, product?.currency),
            termMonths: months ?? null,
          },
        }),
      ),
    onSuccess: async () => {
      form.resetFields();
      await queries.invalidateQueries({ queryKey: ['scenes'] });
    },
  });
  const required = [{ required: true, message: say('required') }];
  return (
    <Card size="small">
      <Form<SceneForm> form={form} layout="vertical" onFinish={(values) => make.mutate(values)}>
        <Flex wrap gap={12} align="end">
          {kind === 'staff' && (
            <Form.Item name="partnerId" label={say('scene.partner')} rules={required}>
              <Select
                style={{ width: 200 }}
                options={(partners.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
          )}
          <Form.Item name="name" label={say('scene.name')} rules={required}>
            <Input maxLength={60} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="productCode" label={say('product')} rules={required}>
            <Select
              style={{ width: 200 }}
              onChange={() => form.setFieldValue('months', undefined)}
              options={products
                .filter(({ customerType }) => customerType === 'person')
                .map((product) => ({ value: product.code, label: nameOf(product.code) }))}
            />
          </Form.Item>
          <Form.Item name="yuan" label={say('scene.amount')}>
            <InputNumber
              prefix={signOf(product?.currency ?? NO_CURRENCY).trim()}
              min={1}
              precision={digitsOf(product?.currency ?? NO_CURRENCY)}
              disabled={product === undefined}
              style={{ width: 200 }}
            />
          </Form.Item>
          <Form.Item name="months" label={say('scene.months')}>
            <Select
              allowClear
              style={{ width: 140 }}
              options={terms.map((n) => ({ value: n, label: say('months', { n }) }))}
            />
          </Form.Item>
          <Form.Item>
            <Button type="primary" htmlType="submit" loading={make.isPending}>
              {say('scene.make')}
            </Button>
          </Form.Item>
        </Flex>
        <ProblemAlert error={make.error} />
      </Form>
    </Card>
  );
}

function OneScene({ scene }: { scene: Scene }) {
  const say = useText();
  const queries = useQueryClient();
  const { nameOf, currencyOf } = useProducts();
  const { id, code, name, partnerName, productCode, amountMinor, termMonths, active, applications } = scene;
  const link = `${window.location.origin}/p/${code}`;
  const change = useMutation({
    mutationFn: async () =>
      answerOf(await api.PATCH('/v1/scenes/{id}', { params: { path: { id } }, body: { active: !active } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['scenes'] }),
  });
  return (
    <Card size="small" title={name} extra={!active && <Tag>{say('scene.closed')}</Tag>}>
      <Flex gap={16} wrap>
        <div role="img" aria-label={`${say('scene.code')}: ${link}`}>
          <span aria-hidden>
            <QRCode value={link} size={144} bgColor="#ffffff" color="#000000" type="svg" />
          </span>
        </div>
        <Flex vertical gap={6} style={{ minWidth: 0, flex: 1 }}>
          <span>
            {partnerName} · {nameOf(productCode)}
          </span>
          {amountMinor !== null && (
            <InCurrency code={currencyOf([productCode])}>
              <Money minor={amountMinor} />
            </InCurrency>
          )}
          {termMonths !== null && <span>{say('months', { n: termMonths })}</span>}
          <Typography.Text copyable style={{ overflowWrap: 'anywhere' }}>
            {link}
          </Typography.Text>
          <span>{say('scene.count', { n: applications })}</span>
          <Button size="small" loading={change.isPending} onClick={() => change.mutate()}>
            {say(active ? 'scene.close' : 'scene.open')}
          </Button>
          <ProblemAlert error={change.error} />
        </Flex>
      </Flex>
    </Card>
  );
}
