import { Button, Result } from 'antd';
import { isRouteErrorResponse, useNavigate, useRouteError } from 'react-router';
import { useText } from '../i18n/use-text';
import { ProblemAlert } from '../ui/problem-alert';

/** What is shown where a page could not be: an unknown address, or a failure. */
export function Broken() {
  const say = useText();
  const error = useRouteError();
  const navigate = useNavigate();
  const unknown = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Result
      status={unknown ? '404' : 'error'}
      title={unknown ? say('notFound') : say('broken')}
      subTitle={unknown ? say('notFound.help') : undefined}
      extra={
        <Button type="primary" onClick={() => void navigate('/')}>
          {say('home')}
        </Button>
      }
    >
      {!unknown && <ProblemAlert error={error} />}
    </Result>
  );
}
