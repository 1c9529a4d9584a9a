import type { PolicyStatus } from '../../contracts/policy/kinds';

/** Where a version stands on a day, as people ask for it. */
export const POLICY_STANDINGS = [
  'draft',
  'in_approval',
  'approved',
  'scheduled',
  'in_force',
  'superseded',
  'retired',
] as const;
export type PolicyStanding = (typeof POLICY_STANDINGS)[number];

interface Dated {
  readonly version: number;
  readonly status: PolicyStatus;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

const begun = (one: Dated, on: string) =>
  (one.status === 'published' || one.status === 'retired') && one.effectiveFrom <= on;
const over = ({ effectiveTo }: Dated, on: string) => effectiveTo !== null && effectiveTo <= on;

/** The version that governs on a day: of those begun and not over, the one that began last. */
export function governing<V extends Dated>(versions: readonly V[], on: string): V | undefined {
  return versions
    .filter((one) => begun(one, on) && !over(one, on))
    .toSorted((a, b) =>
      a.effectiveFrom === b.effectiveFrom
        ? b.version - a.version
        : a.effectiveFrom < b.effectiveFrom
          ? 1
          : -1,
    )[0];
}

/** Where one of the versions of a name stands on a day. */
export function standingOf(one: Dated, versions: readonly Dated[], on: string): PolicyStanding {
  if (one.status === 'draft' || one.status === 'in_approval' || one.status === 'approved') return one.status;
  if (over(one, on)) return 'retired';
  if (one.effectiveFrom > on)
    return one.status === 'retired' && one.effectiveTo === one.effectiveFrom ? 'retired' : 'scheduled';
  return governing(versions, on) === one ? 'in_force' : 'superseded';
}
