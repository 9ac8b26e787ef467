import { rest } from '@readout/runtime/rest.ts';
import { preferencesTable, restSettings } from '@readout/runtime/wiring.ts';
import { getPreferences } from './get-preferences.ts';

export const handler = rest(restSettings(), getPreferences({ preferences: preferencesTable() }));
