import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, theme } from 'antd';
import { RouterProvider } from 'react-router';
import { Refusal } from './api/problem';
import { usePack } from './i18n/language';
import { router } from './routes';
import { DARK, DARK_PARTS, LIGHT } from './ui/shades';
import { useShade } from './ui/theme-store';
import { useStill } from './ui/use-media';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => !(error instanceof Refusal) && count < 2,
    },
    mutations: { retry: false },
  },
});

/** The console with its theme, language and data. */
export function App() {
  const dark = useShade() === 'dark';
  const motion = !useStill();
  const { components } = usePack();
  return (
    <ConfigProvider
      locale={components}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        components: dark ? DARK_PARTS : {},
        token: { motion, ...(dark ? DARK : LIGHT) },
      }}
    >
      <AntApp>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
