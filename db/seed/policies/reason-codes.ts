import { ReasonCodesBody } from '../../../contracts/policy/origination';
import reasons from './data/reasons.json';
import { seedRow } from './seed-row';

/** Every reason that a rule, a card, an authority table or a person may give, in the house's and the applicant's words. */
export const reasonCodeSeeds = [seedRow('reason_codes', 'reasons', ReasonCodesBody.parse({ reasons }))];
