import { rest } from '@readout/runtime/rest.ts';
import { preferencesTable, restSettings } from '@readout/runtime/wiring.ts';
import { setPreference } from './set-preference.ts';

export const handler = rest(restSettings(), setPreference({ preferences: preferencesTable() }));
