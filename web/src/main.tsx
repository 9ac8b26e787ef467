import '@fontsource-variable/inter';
import '@cloudscape-design/global-styles/index.css';
import 'virtual:brand.css';
import './theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { amplifyAuth } from './auth/amplify-auth.ts';
import { loadConfig } from './config.ts';
import { narrowPolicy } from './narrow-policy.ts';
import { followLinks } from './navigation.ts';
import { StartFailed } from './start-failed.tsx';
import { Starting } from './starting.tsx';
import { keepMode } from './theme/mode.ts';
import { cloudscapeMessages } from './words/cloudscape-messages.ts';
import { language } from './words/language.ts';

async function start(root: ReturnType<typeof createRoot>): Promise<void> {
  const [config, messages] = await Promise.all([loadConfig(), cloudscapeMessages(language())]);
  narrowPolicy(config);
  const auth = amplifyAuth(config);
  const account = await auth.current().catch(() => undefined);
  followLinks();
  root.render(
    <StrictMode>
      <App config={config} auth={auth} initial={account} messages={messages} />
    </StrictMode>,
  );
}

keepMode();
document.documentElement.lang = language();
const root = createRoot(document.getElementById('root') as HTMLElement);
root.render(<Starting />);
start(root).catch((thrown: unknown) => root.render(<StartFailed reason={String(thrown)} />));
