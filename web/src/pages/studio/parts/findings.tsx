import { useQuery } from '@tanstack/react-query';
import { Alert, Flex } from 'antd';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useNamed } from '../../../i18n/language';
import { useText } from '../../../i18n/use-text';

/** What a review of the saved draft finds. */
export function Findings({ id, revision }: { id: string; revision: number }) {
  const say = useText();
  const named = useNamed();
  const { data } = useQuery({
    queryKey: ['policies', id, 'findings', revision],
    queryFn: async () =>
      answerOf(await api.GET('/v1/policies/{id}/findings', { params: { path: { id } } })).data,
  });
  if (data === undefined) return null;
  const blocks = data.filter(({ severity }) => severity === 'block');
  const warns = data.filter(({ severity }) => severity === 'warn');
  const list = (found: typeof data) => (
    <ul className="findings">
      {found.map(({ pointer, code, detail }) => (
        <li key={`${pointer}${code}${detail.en}`}>{named(detail)}</li>
      ))}
    </ul>
  );
  return (
    <Flex vertical gap={8}>
      {blocks.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say('studio.blocks', { n: blocks.length })}
          description={list(blocks)}
        />
      )}
      {warns.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('studio.warns', { n: warns.length })}
          description={list(warns)}
        />
      )}
      {data.length === 0 && <Alert type="success" showIcon title={say('studio.sound')} />}
    </Flex>
  );
}
