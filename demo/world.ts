import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ConsentText } from '../contracts/http/products';
import type { RoleName } from '../contracts/http/roles';
import { TestClock } from '../contracts/http/test-clocks';
import { devToken } from '../stack/tokens';
import { ApiUser } from './client';
import { Conductor } from './conductor';
import { SandboxDesk } from './sandbox-desk';
import { OPENING, shanghai } from './time';

const CLOCK_POLL_MS = 40;
const Consents = z.object({ data: z.array(ConsentText) });

/** What an applicant for a product is asked to consent to. */
export const consentTextsOf = (reader: ApiUser, productCode: string): Promise<ConsentTextRow[]> =>
  reader.get(`/v1/products/${productCode}/consent-texts`, (answer) => Consents.parse(answer).data);

/** Addresses that the demo speaks to. */
export interface Addresses {
  api: string;
  sandbox: string;
}

/** The lender's staff, the sandbox and one test clock: all that the stories share. */
export class World {
  readonly conductor = new Conductor();
  private readonly staff = new Map<string, Promise<ApiUser>>();
  private readonly texts = new Map<string, Promise<ConsentTextRow[]>>();
  private at = shanghai(OPENING);

  private constructor(
    private readonly addresses: Addresses,
    readonly clockId: string,
    readonly sandbox: SandboxDesk,
    private readonly operator: ApiUser,
  ) {}

  /** Makes the clock; whoever applies is attached to it. */
  static async open(addresses: Addresses): Promise<World> {
    const operator = new ApiUser(addresses.api, await devToken(addresses.api, 'operator', 'operator1'));
    const clock = await operator.post('/v1/test-clocks', { name: 'demo', now: shanghai(OPENING) }, (answer) =>
      TestClock.parse(answer),
    );
    return new World(addresses, clock.id, new SandboxDesk(addresses.sandbox, clock.id), operator);
  }

  /** Where the clock stands. */
  get now(): string {
    return this.at;
  }

  /** Moves the clock and returns when everything of that time is done. */
  async advance(to: string): Promise<void> {
    if (to <= this.at) return;
    const path = `/v1/test-clocks/${this.clockId}`;
    await this.operator.post(`${path}/advance`, { to }, (answer) => TestClock.parse(answer));
    for (;;) {
      const clock = await this.operator.get(path, (answer) => TestClock.parse(answer));
      if (clock.status === 'ready') break;
      await pause(CLOCK_POLL_MS);
    }
    this.at = to;
  }

  applicant(user: string): Promise<ApiUser> {
    return this.user('applicant', user);
  }

  /** A member of staff by user name, as seeded for development. */
  user(role: RoleName, user: string): Promise<ApiUser> {
    const known = this.staff.get(user);
    if (known) return known;
    const made = devToken(this.addresses.api, role, user).then(
      (token) => new ApiUser(this.addresses.api, token),
    );
    this.staff.set(user, made);
    return made;
  }

  /** The consent texts of a product; read once. */
  consentTexts(productCode: string): Promise<ConsentTextRow[]> {
    const known = this.texts.get(productCode);
    if (known) return known;
    const read = consentTextsOf(this.operator, productCode);
    this.texts.set(productCode, read);
    return read;
  }
}

type ConsentTextRow = z.infer<typeof ConsentText>;
