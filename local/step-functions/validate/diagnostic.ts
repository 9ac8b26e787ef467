/** One thing wrong with a definition, as ValidateStateMachineDefinition answers it. */
export interface Diagnostic {
  severity: 'ERROR';
  code: string;
  message: string;
  location?: string;
}

export const problem = (code: string, message: string, location?: string): Diagnostic => ({
  severity: 'ERROR',
  code,
  message,
  ...(location !== undefined && { location }),
});
