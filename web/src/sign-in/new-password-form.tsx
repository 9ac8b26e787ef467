import { useState } from 'react';
import { keepsAllRules } from '../auth/password-rules.ts';
import { strings } from '../strings.ts';
import type { StepProps } from './entry.tsx';
import { PasswordField, PasswordRules, StepLink } from './fields.tsx';
import { StepForm } from './step-form.tsx';
import { useSubmit } from './use-submit.ts';

const words = strings.signIn;

/** Replaces the password that an administrator made, and is signed in by that. */
export function NewPasswordForm({ auth, go, onSignedIn }: StepProps & { onSignedIn: () => void }) {
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const weak = !keepsAllRules(password);
  const { busy, error, onSubmit } = useSubmit(async () => {
    setTried(true);
    if (weak) return;
    await auth.choosePassword(password);
    onSignedIn();
  });
  return (
    <StepForm
      {...{ busy, error, onSubmit }}
      title={words.choosePasswordTitle}
      lead={words.choosePasswordLead}
      submit={words.choosePassword}
      links={<StepLink onFollow={() => go({ at: 'signIn' })}>{words.back}</StepLink>}
    >
      <PasswordField
        isNew
        label={words.newPassword}
        value={password}
        onChange={setPassword}
        error={tried && weak ? words.passwordWeak : undefined}
      />
      <PasswordRules password={password} />
    </StepForm>
  );
}
