import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';

type Region = components['schemas']['ScanRegion'];

/** A document to look at; `region` is the place on its page that is meant. */
export interface Wanted {
  id: string;
  contentType: string;
  kind: string;
  title: string;
  place?: { region: Region | null; field: string };
}

export interface OpenPage extends Wanted {
  file: Blob;
}

/** Opens documents of an application on the page. */
export function useDocument(applicationId: string) {
  const [page, setPage] = useState<OpenPage>();
  const open = useMutation({
    mutationFn: async (wanted: Wanted) => {
      const { id, contentType } = wanted;
      const file = answerOf(
        await api.GET('/v1/applications/{id}/documents/{documentId}', {
          params: { path: { id: applicationId, documentId: id } },
          headers: { accept: contentType },
          parseAs: 'blob',
        }),
      );
      if (file instanceof Blob) setPage({ ...wanted, file });
    },
  });
  return { page, open, close: () => setPage(undefined) };
}
