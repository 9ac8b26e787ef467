import type { PreferenceList } from '@readout/runtime/contracts.ts';
import type { Preferences } from '@readout/runtime/preferences.ts';
import type { RestAction } from '@readout/runtime/rest.ts';

/** `GET /preferences`: all that the caller has set, by name. */
export const getPreferences =
  ({ preferences }: { preferences: Pick<Preferences, 'of'> }): RestAction =>
  async ({ caller }) => {
    const body: PreferenceList = { preferences: await preferences.of(caller.id) };
    return { body };
  };
