import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { save } from '../../ui/csv';

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
  address: string;
}

/** Opens documents of an application: pictures on the page, any other file is saved. */
export function useDocument(applicationId: string) {
  const [page, setPage] = useState<OpenPage>();
  const open = useMutation({
    mutationFn: async (wanted: Wanted) => {
      const { id, contentType, kind } = wanted;
      const file = answerOf(
        await api.GET('/v1/applications/{id}/documents/{documentId}', {
          params: { path: { id: applicationId, documentId: id } },
          headers: { accept: contentType },
          parseAs: 'blob',
        }),
      );
      if (!(file instanceof Blob)) return;
      if (contentType.startsWith('image/')) setPage({ ...wanted, address: URL.createObjectURL(file) });
      else save(file, `${kind}-${id.slice(-6)}.pdf`);
    },
  });
  const close = () => {
    if (page) URL.revokeObjectURL(page.address);
    setPage(undefined);
  };
  return { page, open, close };
}
