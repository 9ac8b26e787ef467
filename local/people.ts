/** Somebody who can sign in to every local stack. */
export interface LocalUser {
  email: string;
  password: string;
  groups: string[];
}

const password = 'Readout-1';

/** One for each degree of rights: the first is who the terminal names to sign in as. */
export const people: [LocalUser, LocalUser, LocalUser, LocalUser] = [
  { email: 'analyst@example.com', password, groups: ['analysts'] },
  { email: 'operator@example.com', password, groups: ['analysts', 'operators'] },
  { email: 'guest@example.com', password, groups: [] },
  { email: 'engineer@example.com', password, groups: ['analysts', 'engineers'] },
];
