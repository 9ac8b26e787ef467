import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { Account } from '../auth/auth.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';
import { type ModeChoice, modeChoice } from '../theme/mode.ts';
import { ConnectionControl } from './connection-control.tsx';

export interface TopBarProps {
  account: Account;
  onSignOut: () => void;
}

export function TopBar({ account, onSignOut }: TopBarProps) {
  return (
    <header id="bar">
      <div className="bar">
        <a className="brand" href="/reports">
          <img src="/readout.svg" alt="" />
          {strings.product}
        </a>
        <ConnectionControl />
        <div className="bar-menus">
          <Appearance />
          <ButtonDropdown
            variant="icon"
            ariaLabel={strings.account.label}
            expandToViewport
            items={[
              { id: 'who', text: account.email, disabled: true },
              { id: 'signOut', text: strings.account.signOut },
            ]}
            onItemClick={({ detail }) => detail.id === 'signOut' && onSignOut()}
          />
        </div>
      </div>
    </header>
  );
}

function Appearance() {
  const choice = useObservable(modeChoice);
  const choices: ModeChoice[] = ['light', 'dark', 'system'];
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel={strings.theme.label}
      expandToViewport
      items={choices.map((id) => ({
        id,
        text: strings.theme[id],
        itemType: 'checkbox',
        checked: id === choice,
      }))}
      onItemClick={({ detail }) => modeChoice.set(detail.id as ModeChoice)}
    />
  );
}
