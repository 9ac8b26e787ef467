import { useState } from 'react';
import type { Account, Auth } from '../auth/auth.ts';
import { strings } from '../strings.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { ForgotForm } from './forgot-form.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import { Pitch } from './pitch.tsx';
import { ResetForm } from './reset-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

/** Where one is on the way in. The password is kept between sign-up and verification, to sign in with it then. */
export type Step =
  | { at: 'signIn'; notice?: string }
  | { at: 'signUp' }
  | { at: 'confirm'; password?: string }
  | { at: 'newPassword' }
  | { at: 'forgot' }
  | { at: 'reset' };

export interface StepProps {
  auth: Auth;
  /** Whether anybody may make an account. */
  mayJoin: boolean;
  email: string;
  setEmail: (email: string) => void;
  go: (step: Step) => void;
}

export interface EntryProps extends Pick<StepProps, 'auth' | 'mayJoin'> {
  /** Why one is asked to sign in again. */
  notice?: string;
  onSignedIn: (account: Account) => void;
}

/** Everything before the page: sign in, sign up, verify, and a forgotten password. */
export function Entry({ auth, mayJoin, notice, onSignedIn }: EntryProps) {
  const [step, go] = useState<Step>({ at: 'signIn', notice });
  const [email, setEmail] = useState('');
  const props: StepProps = { auth, mayJoin, email, setEmail, go };
  const signedIn = async () => onSignedIn((await auth.current()) ?? { email, groups: [] });

  return (
    <main className="entry">
      <Pitch />
      <div className="entry-form">
        <span className="brand entry-brand">
          <img src="/readout.svg" alt="" />
          {strings.product}
        </span>
        {step.at === 'signIn' && <SignInForm {...props} notice={step.notice} onSignedIn={signedIn} />}
        {step.at === 'signUp' && <SignUpForm {...props} />}
        {step.at === 'confirm' && <ConfirmForm {...props} password={step.password} onSignedIn={signedIn} />}
        {step.at === 'newPassword' && <NewPasswordForm {...props} onSignedIn={signedIn} />}
        {step.at === 'forgot' && <ForgotForm {...props} />}
        {step.at === 'reset' && <ResetForm {...props} />}
      </div>
    </main>
  );
}
