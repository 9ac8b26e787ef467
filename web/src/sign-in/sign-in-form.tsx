import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { strings } from '../strings.ts';
import type { StepProps } from './entry.tsx';
import { EmailField, PasswordField, StepLink } from './fields.tsx';
import { StepForm } from './step-form.tsx';
import { useSubmit } from './use-submit.ts';

const words = strings.signIn;

export function SignInForm(props: StepProps & { notice?: string; onSignedIn: () => void }) {
  const { auth, mayJoin, email, setEmail, go, notice, onSignedIn } = props;
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, onSubmit } = useSubmit(async () => {
    setTried(true);
    if (!email || !password) return;
    const outcome = await auth.signIn(email, password);
    if (outcome === 'done') return onSignedIn();
    if (outcome === 'newPassword') return go({ at: 'newPassword' });
    await auth.resendCode(email);
    go({ at: 'confirm', password });
  });

  const links = (
    <SpaceBetween size="xs">
      <StepLink onFollow={() => go({ at: 'forgot' })}>{words.forgot}</StepLink>
      {mayJoin && (
        <Box>
          {words.noAccount} <StepLink onFollow={() => go({ at: 'signUp' })}>{words.toSignUp}</StepLink>
        </Box>
      )}
    </SpaceBetween>
  );
  return (
    <StepForm
      {...{ busy, error, onSubmit, notice, links }}
      title={words.title}
      lead={words.lead}
      submit={words.submit}
      busyText={strings.connecting}
    >
      <EmailField
        value={email}
        onChange={setEmail}
        error={tried && !email ? words.emailMissing : undefined}
      />
      <PasswordField
        value={password}
        onChange={setPassword}
        error={tried && !password ? words.passwordMissing : undefined}
      />
    </StepForm>
  );
}
