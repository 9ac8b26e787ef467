import { stack } from './stack.ts';

interface Mail {
  to: string;
  code?: string;
}

/** The code, or the temporary password, of the newest mail to an address. */
export const codeFor = async (email: string): Promise<string> => {
  const { mails } = (await (await fetch(`${stack.aws}/mailbox`)).json()) as { mails: Mail[] };
  const code = mails.find(({ to }) => to === email)?.code;
  if (!code) throw new Error(`No mail with a code went to ${email}.`);
  return code;
};
