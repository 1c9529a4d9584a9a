export { advanceClock } from './advance-clock';
export { closeOfBusiness } from './close-of-business';
export { loan } from './loan/loan';
export { webhookDelivery } from './webhook-delivery';
