import type { FastifyPluginAsync } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { derivedKey } from '../../../db/derived-keys';
import { createCursors } from '../../cursor';
import type { ApiDeps } from '../../deps';
import { requireActor } from '../../plugins/authentication';
import { idempotency } from '../../plugins/idempotency';
import { validatorCompiler } from '../../validation';
import { accessChanges } from './access-changes';
import { apiKeys } from './api-keys';
import { applications } from './applications';
import { audit } from './audit';
import { callbacks } from './callbacks';
import { caseMessages } from './case-messages';
import { closeRuns } from './close-runs';
import { consents } from './consents';
import { contracts } from './contracts';
import { customers } from './customers';
import { dashboard } from './dashboard';
import { decisions } from './decisions';
import { deliveries } from './deliveries';
import type { RouteDeps } from './deps';
import { documents } from './documents';
import { draws } from './draws';
import { events } from './events';
import { exportJobs } from './exports';
import { failing } from './failing';
import { healthOfSources } from './health-of-sources';
import { ledger } from './ledger';
import { loanMoney } from './loan-money';
import { loans } from './loans';
import { moneyOperations } from './money-operations';
import { account } from './my/account';
import { entering } from './my/entering';
import { messages } from './my/messages';
import { payments } from './my/payments';
import { operations } from './operations';
import { papers } from './papers';
import { policies } from './policies';
import { policySteps } from './policy-steps';
import { portfolio } from './portfolio';
import { process } from './process';
import { products } from './products';
import { reconciliations } from './reconciliations';
import { scenes } from './scenes';
import { search } from './search';
import { session } from './session';
import { tasks } from './tasks';
import { testClocks } from './test-clocks';
import { testPeople } from './test-people';
import { timeline } from './timeline';
import { users } from './users';
import { views } from './views';
import { webhooks } from './webhooks';

/** Version 1 of the API. Zod compiles schemas in this scope only, since outside plugins bring JSON Schema of their own. */
export const v1: FastifyPluginAsync<{ deps: ApiDeps }> = async (app, { deps }) => {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(requireActor);
  await app.register(idempotency, { db: deps.db, vault: deps.vault });
  const routeDeps: RouteDeps = {
    ...deps,
    cursors: createCursors(derivedKey(deps.settings.secret, 'cursors')),
  };
  for (const routes of [
    ...[
      applications,
      documents,
      consents,
      timeline,
      tasks,
      contracts,
      loans,
      loanMoney,
      moneyOperations,
      draws,
      customers,
      exportJobs,
    ],
    ...[
      products,
      ledger,
      portfolio,
      callbacks,
      testClocks,
      testPeople,
      operations,
      failing,
      events,
      webhooks,
      deliveries,
      audit,
      apiKeys,
    ],
    ...[session, decisions, dashboard, entering, account, messages, payments, papers, scenes],
    caseMessages,
    process,
    policies,
    policySteps,
    ...[closeRuns, healthOfSources, users, accessChanges, search, reconciliations, views],
  ])
    await app.register(routes, routeDeps);
};
