import { useMutation } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { save } from '../../ui/csv';
import { ProblemAlert } from '../../ui/problem-alert';
import { useProducts } from '../../ui/use-products';
import { When } from '../../ui/when';

type Document = components['schemas']['Document'];

/** Documents as uploaded: images are shown here, everything can be saved. */
export function Documents({
  applicationId,
  documents,
}: {
  applicationId: string;
  documents: readonly Document[];
}) {
  const say = useText();
  const { documentName } = useProducts();
  const [image, setImage] = useState<{ address: string; name: string }>();
  const open = useMutation({
    mutationFn: async ({ id, contentType, kind }: Document) => {
      const file = answerOf(
        await api.GET('/v1/applications/{id}/documents/{documentId}', {
          params: { path: { id: applicationId, documentId: id } },
          headers: { accept: contentType },
          parseAs: 'blob',
        }),
      );
      if (!(file instanceof Blob)) return;
      if (contentType.startsWith('image/'))
        setImage({ address: URL.createObjectURL(file), name: documentName(kind) });
      else save(file, `${kind}-${id.slice(-6)}.pdf`);
    },
  });
  return (
    <Card size="small" title={say('documents')}>
      <ProblemAlert error={open.error} />
      {documents.length === 0 && <Empty description={say('documents.none')} />}
      <Flex vertical gap={6}>
        {documents.map((document) => (
          <Flex key={document.id} justify="space-between" align="center" gap={8} wrap>
            <span>{documentName(document.kind)}</span>
            <span>
              {Math.ceil(document.sizeBytes / 1024)} KB · <When at={document.uploadedAt} />{' '}
              <Button
                size="small"
                loading={open.isPending && open.variables.id === document.id}
                onClick={() => open.mutate(document)}
              >
                {say(document.contentType.startsWith('image/') ? 'documents.show' : 'documents.save')}
              </Button>
            </span>
          </Flex>
        ))}
      </Flex>
      <Modal
        open={image !== undefined}
        title={image?.name}
        footer={null}
        width={900}
        onCancel={() => {
          if (image) URL.revokeObjectURL(image.address);
          setImage(undefined);
        }}
      >
        {image && <img src={image.address} alt={image.name} style={{ maxWidth: '100%' }} />}
      </Modal>
    </Card>
  );
}
