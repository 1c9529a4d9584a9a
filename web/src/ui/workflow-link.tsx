import { useInstallation } from '../auth/session';
import { useText } from '../i18n/use-text';

/** The way to the workflow's history in the Temporal UI, where there is one. */
export function WorkflowLink({ applicationId, runId }: { applicationId: string; runId?: string }) {
  const say = useText();
  const { temporalUiUrl } = useInstallation();
  if (temporalUiUrl === null) return null;
  const workflow = `${temporalUiUrl}/namespaces/default/workflows/${encodeURIComponent(`loan/${applicationId}`)}`;
  const address = runId === undefined ? workflow : `${workflow}/${runId}/history`;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {say('workflow.open')}
    </a>
  );
}
