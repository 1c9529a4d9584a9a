import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Tag, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';
import { useNamed } from '../i18n/language';
import { useText, useWord } from '../i18n/use-text';
import { Money } from '../ui/money';
import { ProblemAlert } from '../ui/problem-alert';

type Found = components['schemas']['Found'];
const PAGES = {
  application: '/applications',
  loan: '/loans',
  customer: '/customers',
  task: '/tasks',
} as const;
const RECENT = 'loanflow.recent';
const MOST = 8;

function recentOf(): Found[] {
  try {
    return JSON.parse(sessionStorage.getItem(RECENT) ?? '[]');
  } catch {
    return [];
  }
}

/** One field to everything: walks with the arrows, goes with Enter. */
export function PaletteBox({ onClose }: { onClose: () => void }) {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const search = useQuery({
    queryKey: ['search', asked],
    enabled: asked.length >= 2,
    queryFn: async () => answerOf(await api.POST('/v1/search', { body: { text: asked } })).data,
  });
  const recent = asked.length < 2;
  const rows = recent ? recentOf() : (search.data ?? []);
  const go = (one: Found | undefined) => {
    if (one === undefined) return;
    const kept = [one, ...recentOf().filter(({ id }) => id !== one.id)].slice(0, MOST);
    sessionStorage.setItem(RECENT, JSON.stringify(kept));
    onClose();
    void navigate(`${PAGES[one.kind]}/${one.id}`);
  };
  const move = (by: number) => setChosen((at) => Math.max(0, Math.min(rows.length - 1, at + by)));
  return (
    <Modal open footer={null} title={say('palette.title')} onCancel={onClose}>
      <Input
        autoFocus
        role="combobox"
        aria-label={say('palette.help')}
        aria-expanded={rows.length > 0}
        aria-controls="palette-rows"
        aria-activedescendant={rows[chosen] && `palette-${rows[chosen].id}`}
        placeholder={say('palette.help')}
        value={text}
        maxLength={120}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(rows[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <Typography.Text type="secondary" role="status">
        {recent && rows.length > 0 && say('palette.recent')}
        {!recent && search.isSuccess && rows.length === 0 && say('palette.none')}
      </Typography.Text>
      <ProblemAlert error={search.error} />
      <div id="palette-rows" role="listbox" aria-label={say('palette.title')}>
        {rows.map((one, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above walks these rows by keyboard
          <div
            key={one.id}
            id={`palette-${one.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className={at === chosen ? 'palette-row row-picked' : 'palette-row'}
            onClick={() => go(one)}
          >
            <Tag>{say(`palette.${one.kind}`)}</Tag>
            <strong>{one.name}</strong>
            <span>
              {one.taskKind !== null
                ? word('task', one.taskKind)
                : one.state !== null
                  ? named(one.state)
                  : one.kind === 'loan'
                    ? word('loanStatus', one.status)
                    : ''}
            </span>
            {one.amountMinor !== null && <Money minor={one.amountMinor} />}
            <span className="short-id">{`…${one.id.slice(-6)}`}</span>
          </div>
        ))}
      </div>
    </Modal>
  );
}
