import type { Account } from '../auth/auth.ts';
import { InboxButton } from '../inbox/inbox-button.tsx';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';
import { type ModeChoice, modeChoice } from '../theme/mode.ts';
import { LANGUAGES, type Language, language, speak } from '../words/language.ts';
import { ConnectionControl } from './connection-control.tsx';
import { MenuButton } from './menu-button.tsx';
import { focusHeading } from './use-heading-focus.ts';

const HALF_MOON = (
  <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
    <circle cx="8" cy="8" r="6.5" fill="none" strokeWidth="2" />
    <path d="M8 1.5a6.5 6.5 0 0 1 0 13Z" className="filled" />
  </svg>
);

export interface TopBarProps {
  account: Account;
  onSignOut: () => void;
}

export function TopBar({ account, onSignOut }: TopBarProps) {
  return (
    <header id="bar">
      <button type="button" className="skip" onClick={focusHeading}>
        {strings.toContent}
      </button>
      <div className="bar">
        <a className="brand" href="/reports">
          <img src="/readout.svg" alt="" />
          {strings.product}
        </a>
        <ConnectionControl />
        <div className="bar-menus">
          <InboxButton />
          <Languages />
          <Appearance />
          <MenuButton
            label={`${strings.account.label}: ${account.email}`}
            iconName="user-profile"
            items={[{ text: account.email, items: [{ id: 'signOut', text: strings.account.signOut }] }]}
            onPick={(id) => id === 'signOut' && onSignOut()}
          />
        </div>
      </div>
    </header>
  );
}

function Languages() {
  return (
    <MenuButton
      label={strings.language}
      iconName="globe"
      items={Object.entries(LANGUAGES).map(([id, text]) => ({
        id,
        text,
        itemType: 'checkbox',
        checked: id === language(),
      }))}
      onPick={(id) => speak(id as Language)}
    />
  );
}

function Appearance() {
  const choice = useObservable(modeChoice);
  const choices: ModeChoice[] = ['light', 'dark', 'system'];
  return (
    <MenuButton
      label={strings.theme.label}
      iconSvg={HALF_MOON}
      items={choices.map((id) => ({
        id,
        text: strings.theme[id],
        itemType: 'checkbox',
        checked: id === choice,
      }))}
      onPick={(id) => modeChoice.set(id as ModeChoice)}
    />
  );
}
