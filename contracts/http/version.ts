/**
 * Dated versions of the API, newest first. A change that could break a caller gets a date of its own; additions do not.
 * A caller that names a version is refused, not surprised, once this list no longer has it.
 */
export const API_VERSIONS = ['2026-11-01'] as const;
export const CURRENT_VERSION = API_VERSIONS[0];

/** Header in which a caller pins a version and every answer names the one it was given under. */
export const VERSION_HEADER = 'loanflow-version';
