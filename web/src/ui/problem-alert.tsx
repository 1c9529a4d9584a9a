import { Alert, Button, Flex } from 'antd';
import { Refusal } from '../api/problem';
import { useText } from '../i18n/use-text';

/** What went wrong in words, with its code, a page about it, and the number to give to support. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useText();
  if (error === null || error === undefined) return null;
  const again = retry && (
    <Button size="small" onClick={retry}>
      {say('retry')}
    </Button>
  );
  if (!(error instanceof Refusal))
    return (
      <Alert
        type="error"
        showIcon
        title={say('unreachable')}
        description={say('unreachable.help')}
        action={again}
      />
    );
  const { title, detail, code, type, traceId, errors = [] } = error.problem;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      action={again}
      description={
        <Flex vertical gap={2}>
          <span>{detail}</span>
          {errors.map((field) => (
            <span key={field.pointer}>{`${field.pointer.replace(/^#\//, '')}: ${field.detail}`}</span>
          ))}
          <span>
            <a href={type} target="_blank" rel="noreferrer">
              <code>{code}</code>
            </a>
            {` · ${say('trace')} `}
            <code>{traceId}</code>
          </span>
        </Flex>
      }
    />
  );
}
