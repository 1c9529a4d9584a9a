import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Flex, Input, Tabs, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { answerOf, Refusal } from '../api/problem';
import { useLanguage, useNamed } from '../i18n/language';
import { useText } from '../i18n/use-text';
import { Preferences } from '../shell/preferences';
import { LegalText } from '../ui/legal-text';
import { ProblemAlert } from '../ui/problem-alert';
import { enterWith } from './borrower-session';
import { useAccountTexts } from './use-account-texts';

/** Seconds that are left of a pause, counting down by themselves. */
function useCountdown(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** A borrower's way in: phone, code, and on the first time the terms. */
export function Component() {
  const say = useText();
  const named = useNamed();
  const locale = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [tab, setTab] = useState<'login' | 'register'>('login');
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [again, setAgain] = useState(0);
  const waits = useCountdown(again);
  const { agreementTo, textOf } = useAccountTexts();
  const terms = textOf('account_terms');
  const installation = useQuery({
    queryKey: ['installation'],
    queryFn: async () => answerOf(await api.GET('/v1/installation')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const send = useMutation({
    mutationFn: async () => answerOf(await api.POST('/v1/my/login-codes', { body: { phone, locale } })),
    onSuccess: ({ nextAfterSeconds }) => setAgain(Date.now() + nextAfterSeconds * 1000),
  });
  const enter = useMutation({
    mutationFn: async () => {
      if (tab === 'login') return answerOf(await api.POST('/v1/my/session', { body: { phone, code } }));
      const body = { phone, code, locale, terms: agreementTo('account_terms', locale) };
      return answerOf(await api.POST('/v1/my/registrations', { body }));
    },
    onSuccess: (session) => {
      enterWith(session);
      const back = search.get('to');
      void navigate(back?.startsWith('/') && !back.startsWith('//') ? back : '/my', { replace: true });
    },
    onError: (error) => {
      if (error instanceof Refusal && error.problem.code === 'ACCOUNT_UNKNOWN') setTab('register');
    },
  });
  const unknown = enter.error instanceof Refusal && enter.error.problem.code === 'ACCOUNT_UNKNOWN';
  const noPhone = phone.length < 11;
  const why = code.length === 6 ? null : say(noPhone ? 'enter.needPhone' : 'enter.needCode');
  const whyTerms = tab === 'register' && !agreed ? say('enter.needTerms') : null;
  return (
    <main className="phone">
      <Flex vertical gap={16}>
        <Flex justify="space-between" align="center">
          <h1 className="page-title">{say('enter.title')}</h1>
          <Preferences />
        </Flex>
        <Card>
          <Tabs
            activeKey={tab}
            onChange={(next) => setTab(next === 'register' ? 'register' : 'login')}
            items={(['login', 'register'] as const).map((key) => ({ key, label: say(`enter.${key}`) }))}
          />
          <form
            onSubmit={(event) => {
              event.preventDefault();
              enter.mutate();
            }}
          >
            <Flex vertical gap={12}>
              {unknown && <Alert type="info" showIcon title={say('enter.unknown')} />}
              <label htmlFor="enter-phone">{say('enter.phone')}</label>
              <Input
                id="enter-phone"
                size="large"
                inputMode="tel"
                autoComplete="tel-national"
                maxLength={20}
                value={phone}
                onChange={(event) => setPhone(event.target.value.trim())}
              />
              <label htmlFor="enter-code">{say('enter.code')}</label>
              <Flex gap={8}>
                <Input
                  id="enter-code"
                  size="large"
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={6}
                  value={code}
                  onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
                />
                <Button
                  size="large"
                  disabled={waits > 0 || noPhone}
                  loading={send.isPending}
                  onClick={() => send.mutate()}
                >
                  {waits > 0 ? say('enter.again', { n: waits }) : say('enter.send')}
                </Button>
              </Flex>
              {send.data && <Typography.Text>{say('enter.sent', { to: send.data.sentTo })}</Typography.Text>}
              {tab === 'register' && terms && (
                <div>
                  <Checkbox checked={agreed} onChange={({ target }) => setAgreed(target.checked)}>
                    {say('enter.agree', { title: named(terms.titles) })}
                  </Checkbox>
                  <LegalText texts={terms.texts} />
                </div>
              )}
              <ProblemAlert error={send.error ?? (unknown ? null : enter.error)} />
              <Button
                type="primary"
                size="large"
                htmlType="submit"
                block
                loading={enter.isPending}
                disabled={why !== null || whyTerms !== null}
              >
                {say(`enter.${tab}`)}
              </Button>
              {(why ?? whyTerms) !== null && (
                <Typography.Text type="secondary">{why ?? whyTerms}</Typography.Text>
              )}
            </Flex>
          </form>
        </Card>
        {installation.data && <Link to="/login">{say('enter.staff')}</Link>}
      </Flex>
    </main>
  );
}
