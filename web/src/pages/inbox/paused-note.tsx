import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';

const MOST_COUNTED = 50;

/** Says how many cases stand still for their applicants, and leads to them; nothing where there are none. */
export function PausedNote({ view, onShow }: { view: 'mine' | 'team' | 'all'; onShow: () => void }) {
  const say = useText();
  const paused = useQuery({
    queryKey: ['tasks', 'paused', view],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/tasks', { params: { query: { view, status: 'paused', limit: MOST_COUNTED } } }),
      ),
    refetchInterval: 30_000,
  });
  const n = paused.data?.data.length ?? 0;
  if (n === 0) return null;
  const more = paused.data?.nextCursor ? '+' : '';
  return (
    <Button type="link" size="small" onClick={onShow}>
      {say('inbox.paused', { n: `${n}${more}` })}
    </Button>
  );
}
