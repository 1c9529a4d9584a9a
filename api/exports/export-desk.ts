import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { writeNextExport } from './write-export';

const IDLE_MS = 3_000;

/** Where exports are written, one at a time in each server. */
export interface ExportDesk {
  /** There may be something to do at once. */
  wake(): void;
  stop(): Promise<void>;
}

/** Writes exports until it is stopped; looks now and then for those of other servers, alive or dead. */
export function openExportDesk(parts: { db: Db; vault: Vault; log: FastifyBaseLogger }): ExportDesk {
  let open = true;
  let rest: (() => void) | undefined;
  const pause = () =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, IDLE_MS);
      rest = () => {
        clearTimeout(timer);
        done();
      };
    });
  const work = async () => {
    while (open) {
      const busy = await writeNextExport(parts).catch(() => {
        parts.log.warn('an export was broken off, it is begun again');
        return false;
      });
      if (!busy && open) await pause();
    }
  };
  const working = work();
  return {
    wake: () => rest?.(),
    stop: async () => {
      open = false;
      rest?.();
      await working;
    },
  };
}
