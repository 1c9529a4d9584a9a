import { Loaded } from '../ui/page';
import { Difference } from './difference';
import { usePreview } from './use-preview';

/** What paying off today does to the plan and the books. */
export default function PayoffEffect({ loanId }: { loanId: string }) {
  const preview = usePreview(loanId, { operation: { kind: 'early_full' } });
  return <Loaded query={preview}>{(shown) => <Difference preview={shown} />}</Loaded>;
}
