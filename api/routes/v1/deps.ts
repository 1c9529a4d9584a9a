import type { Cursors } from '../../cursor';
import type { ApiDeps } from '../../deps';

/** What routes get: the API's surroundings and what is derived from them once. */
export interface RouteDeps extends ApiDeps {
  cursors: Cursors;
}
