/** Who is signed in. */
export interface Account {
  email: string;
  /** As the token says; what a person may do is the server's to decide. */
  groups: readonly string[];
}

/** `unconfirmed`: the address is not verified yet; `newPassword`: this one was made by an administrator. */
export type SignInOutcome = 'done' | 'unconfirmed' | 'newPassword';

/** Signing up and in, whoever keeps the accounts. Refusals are thrown with Cognito's error names. */
export interface Auth {
  /** Who is signed in already, from an earlier visit. */
  current(): Promise<Account | undefined>;
  signUp(email: string, password: string): Promise<void>;
  /** Verifies the address with the code that was sent to it. */
  confirm(email: string, code: string): Promise<void>;
  resendCode(email: string): Promise<void>;
  signIn(email: string, password: string): Promise<SignInOutcome>;
  /** Ends a sign-in that was answered with `newPassword`. Throws `SignInExpired` when that was too long ago. */
  choosePassword(password: string): Promise<void>;
  forgotPassword(email: string): Promise<void>;
  resetPassword(email: string, code: string, password: string): Promise<void>;
  /** Ends the session on every device. */
  signOut(): Promise<void>;
  /** A token that is good for a while yet. Throws ReadoutError `Unauthorized` when the session is over. */
  idToken(): Promise<string>;
}
