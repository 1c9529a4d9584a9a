import type { EventData, EventType } from '../../contracts/http/webhook-events';
import { newId } from '../../contracts/ids';

/** What happened, as its maker states it. */
export interface EventInput {
  type: EventType;
  /** The thing it is about: application, loan, contract, clock. */
  subjectId: string;
  applicationId?: string;
  customerId?: string;
  partnerId?: string | null;
  data: EventData;
  occurredAt: Date;
  clockId: string | null;
}

/** An event with its id, ready to be written. */
export interface NewEvent extends EventInput {
  id: string;
}

/** Gives an event its id. */
export const newEvent = (input: EventInput): NewEvent => ({ ...input, id: newId('evt') });
