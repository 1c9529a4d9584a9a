import { join } from 'node:path';
import { Client } from 'pg';
import type { z } from 'zod';
import type { TrialBalance } from '../../contracts/http/ledger';
import { openDatabase } from '../../db/client';
import { developmentSeal } from '../../providers/esign/development-authority';
import type { Stack } from '../../stack/stack';
import type { Ending } from '../ending';
import type { World } from '../world';
import { checkBank } from './bank';
import type { Check } from './check';
import { checkFold, checkTrialBalance } from './ledger';
import { checkLists } from './lists';
import { checkMessages } from './messages';
import { checkOutcomes } from './outcomes';
import { checkPortfolio } from './portfolio';
import { checkParked, checkVisible } from './processes';
import { checkSeals } from './seals';

/** Checks everything that the demo prints against somebody else's word for it. */
export async function checkAll(
  stack: Stack,
  world: World,
  endings: readonly Ending[],
  books: readonly z.output<typeof TrialBalance>[],
): Promise<Check[]> {
  const { clockId, sandbox } = world;
  const client = new Client({ connectionString: stack.database.ownerUrl });
  const { db, close } = openDatabase({ connectionString: stack.database.appUrl, max: 1 });
  try {
    await client.connect();
    const messages = await sandbox.messages();
    const { authorityPem } = await developmentSeal(join(stack.dataDir, 'development'), '', new Date());
    return [
      checkOutcomes(endings, messages),
      checkTrialBalance(books),
      checkPortfolio(endings, books),
      await checkFold(db, endings),
      await checkLists(world, endings),
      await checkBank(client, clockId, await sandbox.books()),
      await checkMessages(client, clockId, messages),
      await checkSeals(world, endings, authorityPem),
      await checkParked(world),
      await checkVisible(stack.temporal, endings),
    ];
  } finally {
    await close();
    await client.end();
  }
}
