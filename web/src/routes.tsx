import { Spin } from 'antd';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { openShelf } from './i18n/language';
import type { Shelf } from './i18n/shelves';
import { Broken } from './shell/broken';
import type { Needs } from './shell/permitted';
import { Home, Shell } from './shell/shell';

type Lazy = NonNullable<RouteObject['lazy']>;
const page = (path: string, lazy: Lazy, needs?: Needs): RouteObject => ({
  ...{ path, lazy },
  ...(needs !== undefined && { handle: { needs } }),
});

type Load = () => Promise<Record<string, unknown>>;
/** A page that comes with words of its own. */
const wordy =
  (load: Load, ...shelves: readonly Shelf[]): Load =>
  async () =>
    (await Promise.all([load(), ...shelves.map(openShelf)]))[0];

const studio = (path: string, load: Load): RouteObject =>
  page(path, wordy(load, 'studio', 'house'), ['read', 'Policy']);
const house = (path: string, load: Load, needs?: Needs): RouteObject =>
  page(path, wordy(load, 'house'), needs);

/** Every address of the console; each page's code comes when it is first opened. */
export const router = createBrowserRouter([
  {
    ...page('/login', () => import('./auth/login-page')),
    errorElement: <Broken />,
    HydrateFallback: () => <Spin fullscreen />,
  },
  {
    ...page('/login/callback', () => import('./auth/callback-page')),
    errorElement: <Broken />,
    HydrateFallback: () => <Spin fullscreen />,
  },
  {
    ...page('/my/enter', () => import('./auth/enter-page')),
    errorElement: <Broken />,
    HydrateFallback: () => <Spin fullscreen />,
  },
  {
    ...page('/p/:code', () => import('./pages/scenes/scene-entry')),
    errorElement: <Broken />,
    HydrateFallback: () => <Spin fullscreen />,
  },
  {
    element: <Shell />,
    errorElement: <Broken />,
    HydrateFallback: () => <Spin fullscreen />,
    children: [
      { path: '/', element: <Home /> },
      page('/inbox', () => import('./pages/inbox/inbox-page'), ['read', 'Task']),
      page('/tasks/:id', () => import('./pages/decision/decision-page'), ['read', 'Task']),
      page('/applications', () => import('./pages/lists/applications-page'), 'staff'),
      house('/applications/:id', () => import('./pages/lists/application-page'), 'staff'),
      page('/loans', () => import('./pages/lists/loans-page'), 'staff'),
      house('/loans/:id', () => import('./pages/loan/loan-page'), 'staff'),
      page('/customers', () => import('./pages/lists/customers-page'), ['read', 'Customer']),
      page('/exports', () => import('./pages/exports/exports-page'), 'staff'),
      page('/customers/:id', () => import('./pages/lists/customer-page'), ['read', 'Customer']),
      studio('/studio', () => import('./pages/studio/overview-page')),
      studio('/studio/:id', () => import('./pages/studio/version-page')),
      house('/dashboard', () => import('./pages/dashboard/dashboard-page'), ['read', 'Dashboard']),
      house('/portfolio', () => import('./pages/portfolio/portfolio-page'), ['read', 'Ledger']),
      house('/operations', () => import('./pages/operations/operations-page'), ['read', 'Operation']),
      house('/orders', () => import('./pages/operations/orders-page'), ['decide', 'Loan']),
      page('/my', () => import('./pages/my/my-home')),
      page('/scenes', () => import('./pages/scenes/scenes-page')),
      page('/my/compare', () => import('./pages/my/compare-page')),
      page('/my/messages', () => import('./pages/my/messages-page')),
      page('/my/cards', () => import('./pages/my/cards-page')),
      page('/my/account', () => import('./pages/my/account-page')),
      page('/my/apply/:code', () => import('./pages/my/apply-page')),
      house('/my/applications/:id', () => import('./pages/my/progress-page')),
      house('/my/loans/:id', () => import('./pages/my/my-loan-page')),
    ],
  },
]);
