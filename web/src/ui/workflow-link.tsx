import { useInstallation } from '../auth/session';
import { useText } from '../i18n/use-text';

/** The way to the workflow's history in the Temporal UI, where there is one. */
export function WorkflowLink({ applicationId }: { applicationId: string }) {
  const say = useText();
  const { temporalUiUrl } = useInstallation();
  if (temporalUiUrl === null) return null;
  const address = `${temporalUiUrl}/namespaces/default/workflows/${encodeURIComponent(`loan/${applicationId}`)}`;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {say('workflow.open')}
    </a>
  );
}
