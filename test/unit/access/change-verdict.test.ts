import { type ChangeVerdict, judgeVerdict } from '../../../domain/access/change-verdict';

const PENDING = { status: 'proposed', proposedBy: 'maker', subject: 'colleague' };
const OWN = { ...PENDING, subject: 'checker' };

describe('a word about a pending change of access', () => {
  it.each([
    ['another approves', PENDING, 'checker', 'approve', { ok: true, status: 'approved' }],
    ['another refuses', PENDING, 'checker', 'refuse', { ok: true, status: 'refused' }],
    ['the maker takes it back', PENDING, 'maker', 'withdraw', { ok: true, status: 'withdrawn' }],
    ['the maker approves', PENDING, 'maker', 'approve', { ok: false, code: 'MAKER_IS_CHECKER' }],
    ['the maker refuses', PENDING, 'maker', 'refuse', { ok: false, code: 'MAKER_IS_CHECKER' }],
    ['another takes it back', PENDING, 'checker', 'withdraw', { ok: false, code: 'FORBIDDEN' }],
    ['whose access it is approves', OWN, 'checker', 'approve', { ok: false, code: 'OWN_ACCESS' }],
    ['whose access it is refuses', OWN, 'checker', 'refuse', { ok: true, status: 'refused' }],
  ] as const)('when %s', (_, change, by, verdict, judged) => {
    expect(judgeVerdict(change, by, verdict)).toEqual(judged);
  });

  it.each(['approved', 'refused', 'withdrawn'])('comes too late for one that is %s', (status) => {
    for (const verdict of ['approve', 'refuse', 'withdraw'] satisfies ChangeVerdict[])
      expect(judgeVerdict({ ...PENDING, status }, 'checker', verdict)).toEqual({
        ok: false,
        code: 'CHANGE_DECIDED',
      });
  });
});
