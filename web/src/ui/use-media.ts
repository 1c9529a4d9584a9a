import { useSyncExternalStore } from 'react';

/** A hook that says, at every moment, whether a media query of the screen or of its owner's settings holds. */
const mediaHook = (rule: string): (() => boolean) => {
  const query = window.matchMedia(rule);
  const subscribe = (listener: () => void) => {
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => query.matches);
};

/** Whether the screen is a phone's. */
export const useNarrow = mediaHook('(max-width: 767px)');

/** Whether the person asked their device for as little motion as possible (WCAG 2.3.3): then nothing slides or zooms. */
export const useStill = mediaHook('(prefers-reduced-motion: reduce)');
