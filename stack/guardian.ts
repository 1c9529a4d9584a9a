import { spawn } from 'node:child_process';

/** Waits for its input to close, then ends the processes that the record still names; a stack in good order leaves none. */
const SCRIPT = `read -r _
[ -f "$0" ] || exit 0
sed 's/.*"parts":{//' "$0" | grep -o '[0-9][0-9]*' | while read -r pid; do kill "$pid" 2>/dev/null; done`;

/**
 * Ends a stack's parts when this process is killed outright and cannot do it itself: their record outlives it, and
 * the system closes the guardian's input. Returns how to dismiss the guardian.
 */
export function guardParts(recordFile: string): () => void {
  const guardian = spawn('sh', ['-c', SCRIPT, recordFile], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.unref();
  guardian.once('error', () => undefined);
  return () => guardian.stdin.end();
}
