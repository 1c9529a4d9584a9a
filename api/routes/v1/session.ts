import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { ACTIONS, SUBJECTS } from '../../../contracts/http/roles';
import { Installation, Session } from '../../../contracts/http/session';
import { actorOf } from '../../plugins/authentication';
import type { RouteDeps } from './deps';

/** The development issuer is a provider too, where it is on and knows its own address. */
const devLoginOf = ({ devIssuer, publicUrl }: RouteDeps['settings']) =>
  devIssuer && publicUrl !== ''
    ? { authority: `${publicUrl}/dev`, clientId: 'loanflow-console', scope: 'openid' }
    : null;

/** Who asks and what may be asked; what the installation is. */
export const session: FastifyPluginAsyncZod<RouteDeps> = async (app, { settings }) => {
  app.get(
    '/session',
    {
      schema: {
        operationId: 'getSession',
        summary: 'Who asks, and what this caller is permitted',
        tags: ['Session'],
        response: { 200: Session, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { kind, id, displayName, roles, reach, authorityLimitMinor } = actorOf(request);
      const permissions = SUBJECTS.flatMap((subject) =>
        ACTIONS.flatMap((action) => {
          const found = reach(action, subject);
          return found === undefined ? [] : [found];
        }),
      );
      const limit = authorityLimitMinor === null ? null : authorityLimitMinor.toString();
      return { kind, id, displayName, roles: [...roles], permissions, authorityLimitMinor: limit };
    },
  );

  app.get(
    '/installation',
    {
      schema: {
        operationId: 'getInstallation',
        summary: 'What kind of installation answers',
        tags: ['Session'],
        response: { 200: Installation, ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async () => ({
      testMode: settings.testMode,
      developmentLogin: settings.devIssuer,
      login: settings.consoleLogin ?? devLoginOf(settings),
      temporalUiUrl: settings.temporalUiUrl === '' ? null : settings.temporalUiUrl,
    }),
  );
};
