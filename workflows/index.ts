export { advanceClock } from './advance-clock';
export { loan } from './loan/loan';
export { webhookDelivery } from './webhook-delivery';
