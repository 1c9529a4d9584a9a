import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../api/client';
import { answerOf, Refusal } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { Preferences } from '../../shell/preferences';
import { InCurrency } from '../../ui/currency';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { useProducts } from '../../ui/use-products';

const GONE: readonly string[] = ['NOT_FOUND', 'VALIDATION_FAILED'];

/** What a partner's link or QR code opens: whose desk it is, what is offered, and the way into the application. */
export function Component() {
  const { code = '' } = useParams();
  const say = useText();
  const navigate = useNavigate();
  const { query: offered, nameOf, currencyOf } = useProducts();
  const scene = useQuery({
    queryKey: ['scene', code],
    queryFn: async () => answerOf(await api.GET('/v1/scenes/by-code/{code}', { params: { path: { code } } })),
  });
  // A mistyped link and one that was never made are the same to whoever holds it.
  const unknown = scene.error instanceof Refusal && GONE.includes(scene.error.problem.code);
  return (
    <main className="phone">
      <Flex vertical gap={16}>
        <Flex justify="space-between" align="center">
          <h1 className="page-title">Loanflow</h1>
          <Preferences />
        </Flex>
        {unknown ? (
          <NoScene />
        ) : (
          <Loaded query={offered}>
            {() => (
              <Loaded query={scene}>
                {({ partnerName, name, productCode, amountMinor, termMonths }) => (
                  <Card title={nameOf(productCode)}>
                    <Flex vertical gap={12}>
                      <span>{say('scene.from', { partner: partnerName, name })}</span>
                      {amountMinor !== null && (
                        <span className="big-amount">
                          <InCurrency code={currencyOf([productCode])}>
                            <Money minor={amountMinor} />
                          </InCurrency>
                        </span>
                      )}
                      {termMonths !== null && <span>{say('months', { n: termMonths })}</span>}
                      <Button
                        type="primary"
                        size="large"
                        block
                        onClick={() => {
                          const query = new URLSearchParams({ scene: code });
                          if (amountMinor !== null) query.set('amountMinor', amountMinor);
                          if (termMonths !== null) query.set('months', String(termMonths));
                          void navigate(`/my/apply/${productCode}?${query}`);
                        }}
                      >
                        {say('scene.begin')}
                      </Button>
                    </Flex>
                  </Card>
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Flex>
    </main>
  );
}

function NoScene() {
  const say = useText();
  return (
    <Card title={say('scene.unknown')}>
      <Flex vertical gap={12}>
        <span>{say('scene.unknown.help')}</span>
        <Link to="/my">{say('my.title')}</Link>
      </Flex>
    </Card>
  );
}
