import { createRoot } from 'react-dom/client';
import { App } from './app';
import { languageNow, setLanguage } from './i18n/language';
import './ui/app.css';

setLanguage(languageNow());
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(<App />);
