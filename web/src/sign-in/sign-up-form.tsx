import Box from '@cloudscape-design/components/box';
import { useState } from 'react';
import { keepsAllRules } from '../auth/password-rules.ts';
import { strings } from '../strings.ts';
import type { StepProps } from './entry.tsx';
import { EmailField, PasswordField, PasswordRules, StepLink } from './fields.tsx';
import { StepForm } from './step-form.tsx';
import { useSubmit } from './use-submit.ts';

const words = strings.signIn;

export function SignUpForm({ auth, email, setEmail, go }: StepProps) {
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const weak = !keepsAllRules(password);
  const { busy, error, onSubmit } = useSubmit(async () => {
    setTried(true);
    if (!email || weak) return;
    await auth.signUp(email, password);
    go({ at: 'confirm', password });
  });

  const links = (
    <Box>
      {words.hasAccount} <StepLink onFollow={() => go({ at: 'signIn' })}>{words.submit}</StepLink>
    </Box>
  );
  return (
    <StepForm {...{ busy, error, onSubmit, links }} title={words.signUpTitle} submit={words.signUp}>
      <EmailField
        value={email}
        onChange={setEmail}
        error={tried && !email ? words.emailMissing : undefined}
      />
      <PasswordField
        isNew
        value={password}
        onChange={setPassword}
        error={tried && weak ? words.passwordWeak : undefined}
      />
      <PasswordRules password={password} />
    </StepForm>
  );
}
