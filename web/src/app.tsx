import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, theme } from 'antd';
import { RouterProvider } from 'react-router';
import { Refusal } from './api/problem';
import { usePack } from './i18n/language';
import { router } from './routes';
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
        components: dark
          ? {
              Menu: { horizontalItemSelectedColor: '#8fbcf9' },
              Tabs: { itemSelectedColor: '#8fbcf9', itemHoverColor: '#8fbcf9', itemActiveColor: '#8fbcf9' },
            }
          : {},
        token: dark
          ? {
              motion,
              colorPrimary: '#3c89e8',
              colorLink: '#6ba6f5',
              colorTextDescription: '#a6adb8',
              colorTextPlaceholder: '#a6adb8',
            }
          : {
              motion,
              colorPrimary: '#0958d9',
              colorLink: '#0958d9',
              colorPrimaryHover: '#003eb3',
              colorLinkHover: '#003eb3',
              colorTextDescription: '#595959',
              colorTextPlaceholder: '#6b7078',
              colorTextTertiary: '#595959',
              colorError: '#cf1322',
              colorSuccess: '#237804',
              colorSuccessBg: '#f6ffed',
              colorSuccessBorder: '#b7eb8f',
              colorErrorBg: '#fff2f0',
              colorErrorBorder: '#ffccc7',
              colorTextDisabled: '#6b7078',
            },
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
