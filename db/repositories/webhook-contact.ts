import { z } from 'zod';
import type { Vault } from '../crypto/vault';

const Contact = z.object({ mail: z.string(), language: z.enum(['zh-CN', 'en']) });

/** Who is told when an endpoint is switched off by itself, and in which language. */
export type WebhookContact = z.infer<typeof Contact>;

const placeOf = (rowId: string) => ({ table: 'webhook_endpoints', column: 'sealed_contact', rowId });

/** A contact as it is kept: a person's address is sealed. */
export const sealContact = (vault: Vault, endpointId: string, contact: WebhookContact): Buffer =>
  vault.seal(placeOf(endpointId), JSON.stringify(contact));

/** The contact of an endpoint, if it has one. */
export function contactOf(
  vault: Vault,
  { id, sealedContact }: { id: string; sealedContact: Buffer | null },
): WebhookContact | null {
  return sealedContact === null
    ? null
    : Contact.parse(JSON.parse(vault.openText(placeOf(id), sealedContact)));
}
