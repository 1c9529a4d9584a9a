import { isPublicAddress } from './public-address';

/** Parts of an address that decide whether webhooks may go there; parsed by the caller. */
export interface ReceiverUrl {
  protocol: string;
  hostname: string;
  username: string;
  password: string;
}

const LOCAL_NAMES = /(^|\.)(localhost|local|internal|intranet|home|lan|corp|test|invalid|example)\.?$/i;

/** Whether webhooks may go to an address, as far as its text tells; names are checked again when they are resolved. */
export function isReceiverAllowed(url: ReceiverUrl, privateAllowed: boolean): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (privateAllowed) return url.protocol === 'https:' || url.protocol === 'http:';
  if (url.protocol !== 'https:' || LOCAL_NAMES.test(url.hostname)) return false;
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isLiteral = literal.includes(':') || /^[\d.]+$/.test(literal);
  return isLiteral ? isPublicAddress(literal) : url.hostname.includes('.');
}
