import { Spin } from 'antd';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Broken } from './shell/broken';
import { Home, Shell } from './shell/shell';

type Lazy = NonNullable<RouteObject['lazy']>;
const page = (path: string, lazy: Lazy): RouteObject => ({ path, lazy });

/** Every address of the console; each page's code comes when it is first opened. */
export const router = createBrowserRouter([
  {
    ...page('/login', () => import('./auth/login-page')),
    errorElement: <Broken />,
    HydrateFallback: () => <Spin fullscreen />,
  },
  {
    element: <Shell />,
    errorElement: <Broken />,
    HydrateFallback: () => <Spin fullscreen />,
    children: [
      { path: '/', element: <Home /> },
      page('/inbox', () => import('./pages/inbox/inbox-page')),
      page('/tasks/:id', () => import('./pages/decision/decision-page')),
      page('/applications', () => import('./pages/lists/applications-page')),
      page('/applications/:id', () => import('./pages/lists/application-page')),
      page('/loans', () => import('./pages/lists/loans-page')),
      page('/loans/:id', () => import('./pages/loan/loan-page')),
      page('/customers', () => import('./pages/lists/customers-page')),
      page('/customers/:id', () => import('./pages/lists/customer-page')),
      page('/studio', () => import('./pages/studio/overview-page')),
      page('/studio/:id', () => import('./pages/studio/version-page')),
      page('/operations', () => import('./pages/operations/operations-page')),
      page('/my', () => import('./pages/my/my-home')),
      page('/my/apply/:code', () => import('./pages/my/apply-page')),
      page('/my/applications/:id', () => import('./pages/my/progress-page')),
      page('/my/loans/:id', () => import('./pages/my/my-loan-page')),
    ],
  },
]);
