import { createRoot } from 'react-dom/client';
import { App } from './app';
import { languageNow, setLanguage } from './i18n/language';
import './ui/app.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
await setLanguage(languageNow());
createRoot(root).render(<App />);
