import { Button, Card, Empty, Flex } from 'antd';
import type { components } from '../../api/generated';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { useProducts } from '../../ui/use-products';
import { When } from '../../ui/when';
import { DocumentDialog } from './document-dialog';
import { useDocument } from './use-document';

type Document = components['schemas']['Document'];
type Reading = components['schemas']['Decision']['readings'][number];

/** Documents as uploaded, and what became of reading them; each opens on the page. */
export function Documents({
  applicationId,
  documents,
  readings = [],
}: {
  applicationId: string;
  documents: readonly Document[];
  readings?: readonly Reading[];
}) {
  const say = useText();
  const { documentName } = useProducts();
  const { page, open, close } = useDocument(applicationId);
  return (
    <Card size="small" title={say('documents')}>
      <ProblemAlert error={open.error} />
      {documents.length === 0 && <Empty description={say('documents.none')} />}
      <Flex vertical gap={6}>
        {documents.map((document) => {
          const { id, contentType, kind } = document;
          const reading = readings.find(({ documentId }) => documentId === id);
          return (
            <Flex key={id} justify="space-between" align="center" gap={8} wrap>
              <span>
                {documentName(kind)}{' '}
                {reading && <Secondary>{say(`scan.outcome.${reading.outcome}`)}</Secondary>}
              </span>
              <span>
                {Math.ceil(document.sizeBytes / 1024)} KB · <When at={document.uploadedAt} />{' '}
                <Button
                  size="small"
                  loading={open.isPending && open.variables.id === id}
                  onClick={() => open.mutate({ id, contentType, kind, title: documentName(kind) })}
                >
                  {say('documents.show')}
                </Button>
              </span>
            </Flex>
          );
        })}
      </Flex>
      {page && <DocumentDialog page={page} onClose={close} />}
    </Card>
  );
}
