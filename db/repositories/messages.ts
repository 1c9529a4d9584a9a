import { newId } from '../../contracts/ids';
import type { Vault } from '../crypto/vault';
import type { QueuedMessage } from './records';

/** A message as somebody orders it: its template's parameters, and an address of its own, are still readable. */
export interface OrderedMessage extends Omit<QueuedMessage, 'id' | 'sealedParams' | 'sealedTo'> {
  id?: string;
  params: object;
  to?: string;
}

const placeOf = (column: 'sealed_params' | 'sealed_to', rowId: string) => ({
  table: 'messages',
  column,
  rowId,
});

/** Seals a message; what comes out can be written and waits for the relay. */
export function queuedMessage(vault: Vault, { params, to, ...ordered }: OrderedMessage): QueuedMessage {
  const id = ordered.id ?? newId('msg');
  return {
    ...ordered,
    id,
    sealedParams: vault.seal(placeOf('sealed_params', id), JSON.stringify(params)),
    sealedTo: to === undefined ? null : vault.seal(placeOf('sealed_to', id), to),
  };
}

/** The parameters of a queued message, for the moment of its writing out. */
export function messageParams(vault: Vault, message: { id: string; sealedParams: Buffer }): unknown {
  return JSON.parse(vault.openText(placeOf('sealed_params', message.id), message.sealedParams));
}

/** The address that a message was written for. */
export function messageAddress(vault: Vault, message: { id: string; sealedTo: Buffer }): string {
  return vault.openText(placeOf('sealed_to', message.id), message.sealedTo);
}
