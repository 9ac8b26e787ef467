export type PasswordRule = 'length' | 'upper' | 'lower' | 'digit' | 'special';

/** Cognito's own list of special characters, and a space that neither begins nor ends the password. */
const SPECIAL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|(?<=\S) (?=\S)/;

const RULES: Record<PasswordRule, RegExp> = {
  length: /^.{8,}$/s,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  digit: /\d/,
  special: SPECIAL,
};

/** Each rule of the user pool's password policy, and whether this password keeps it. */
export function passwordRules(password: string): { rule: PasswordRule; kept: boolean }[] {
  return (Object.keys(RULES) as PasswordRule[]).map((rule) => ({ rule, kept: RULES[rule].test(password) }));
}

export const keepsAllRules = (password: string): boolean => passwordRules(password).every(({ kept }) => kept);
