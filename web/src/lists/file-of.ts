/** A file comes in its own media type; a refusal still comes as a problem document. */
export const ANY_TYPE = { accept: '*/*' };
