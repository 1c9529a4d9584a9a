/** Tasks whose outcome is what came of calling the debtor. */
export const CALL_TASKS: readonly string[] = ['call', 'senior_call', 'negotiation'];

/** Somebody else answered and was asked only to have the debtor call back. */
export const OTHER_PERSON = 'OTHER_PERSON';

/** Outcomes of calls that the debtor did not answer; any other is a conversation. */
export const NOT_CONNECTED: readonly string[] = ['NOT_REACHED', 'WRONG_NUMBER'];
