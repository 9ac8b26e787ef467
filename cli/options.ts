import type { Parameter } from '@readout/runtime/contracts.ts';
import type { Command } from 'commander';

/** Takes inputs by their own names, which `inputsFrom` reads, beside the command's own options. */
export const withInputs = (command: Command): Command =>
  command
    .allowUnknownOption()
    .option(
      '--input <name=value>',
      'an input whose name is one of these options',
      (text, given: string[] = []) => [...given, `--${text}`],
    );

interface Listed {
  id: string;
  title: string;
  parameters: Parameter[];
}

/** What there is to run, a line each with its inputs; or everything that is known of it, as JSON. */
export function listing(all: readonly Listed[], json: boolean): string {
  if (json) return `${JSON.stringify(all, null, 2)}\n`;
  const lines = all.map(({ id, title, parameters }) => {
    const inputs = parameters.map(({ name, required }) => (required ? `--${name}` : `[--${name}]`));
    return `${[id, title, inputs.join(' ')].join('\t').trimEnd()}\n`;
  });
  return lines.join('');
}
