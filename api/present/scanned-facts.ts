import type { z } from 'zod';
import type { Decision } from '../../contracts/http/decisions';
import { READ_FIELDS, type ReadField } from '../../contracts/sources/document-reading';
import { maskId, maskName } from '../../documents/mask';
import { agreementOf, isPlain, scanSource } from '../../domain/underwriting/scan-facts';
import type { Scans } from '../reads/scans';
import { factKey, type Settled } from './settled';

type Fact = z.input<typeof Decision>['facts'][number];
type ScannedValue = Fact['scans'][number];

/** A value as it may stand on a page that many see; whoever must see it all opens the paper. */
const MASKED: Readonly<
  Record<Exclude<ReadField, 'foundedOn' | 'monthlyIncomeMinor'>, (text: string) => string>
> = {
  name: maskName,
  representativeName: maskName,
  idNo: maskId,
  uscc: maskId,
  companyName: (text) => text,
};

function shown(field: ReadField, value: string): string {
  return field === 'foundedOn' || field === 'monthlyIncomeMinor' ? value : MASKED[field](value);
}

/** What the papers say of one field, each with its confidence, place and whoever settled it. */
function saidOnPaper(field: ReadField, { stated, scans }: Scans, settled: Settled): ScannedValue[] {
  return scans.flatMap(({ documentId, kind, contentType, fields, readAt }) => {
    const source = scanSource(kind);
    return fields
      .filter((read) => read.field === field)
      .flatMap((read): ScannedValue[] => {
        const agreement = agreementOf(stated[field], read);
        if (agreement === null) return [];
        const { confidencePercent, region } = read;
        return [
          {
            ...{ source, documentId, document: kind, contentType, confidencePercent, region },
            value: shown(field, read.value),
            differs: agreement === 'other',
            unclear: agreement === 'unclear',
            readAt: readAt.toISOString(),
            settled: settled.get(factKey(field, source)) ?? null,
          },
        ];
      });
  });
}

/** The facts with what the papers say of them; what only papers and the sealed file know (names, numbers) comes first. */
export function withScans(facts: readonly Omit<Fact, 'scans'>[], scans: Scans, settled: Settled): Fact[] {
  const onPaper = READ_FIELDS.map((field) => ({ field, said: saidOnPaper(field, scans, settled) }));
  const named = onPaper.flatMap(({ field, said }): Fact[] => {
    const stated = scans.stated[field];
    if (said.length === 0 || stated === undefined || isPlain(field)) return [];
    return [{ field, declared: shown(field, stated), declaredNames: null, sources: [], scans: said }];
  });
  const known = facts.map((fact) => ({
    ...fact,
    scans: onPaper.find(({ field }) => field === fact.field)?.said ?? [],
  }));
  return [...named, ...known];
}
