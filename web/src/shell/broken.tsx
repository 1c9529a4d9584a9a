import { Button, Flex } from 'antd';
import { isRouteErrorResponse, useNavigate, useRouteError } from 'react-router';
import { Refusal } from '../api/problem';
import { useText } from '../i18n/use-text';
import { ProblemAlert } from '../ui/problem-alert';
import { Preferences } from './preferences';

/** What is shown where a page could not be: an unknown address, or a failure. */
export function Broken() {
  const say = useText();
  const error = useRouteError();
  const navigate = useNavigate();
  const unknown = isRouteErrorResponse(error) && error.status === 404;
  // A fault of the page itself; what could not be fetched, and refusals, tell their own story.
  const isOurs =
    error instanceof Error && !(error instanceof Refusal) && !/fetch|import|load/i.test(error.message);
  return (
    <main className="phone">
      <Flex vertical gap={16} align="start">
        <Flex justify="space-between" align="center" gap={8} style={{ alignSelf: 'stretch' }}>
          <h1 className="page-title">{unknown ? say('notFound') : say('broken')}</h1>
          <Preferences />
        </Flex>
        {unknown && <p>{say('notFound.help')}</p>}
        {!unknown && (isOurs ? <p>{say('broken.help')}</p> : <ProblemAlert error={error} />)}
        <Button type="primary" onClick={() => void navigate('/')}>
          {say('home')}
        </Button>
      </Flex>
    </main>
  );
}
