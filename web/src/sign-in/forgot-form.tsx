import { useState } from 'react';
import { strings } from '../strings.ts';
import type { StepProps } from './entry.tsx';
import { EmailField, StepLink } from './fields.tsx';
import { StepForm } from './step-form.tsx';
import { useSubmit } from './use-submit.ts';

const words = strings.signIn;

export function ForgotForm({ auth, email, setEmail, go }: StepProps) {
  const [tried, setTried] = useState(false);
  const { busy, error, onSubmit } = useSubmit(async () => {
    setTried(true);
    if (!email) return;
    await auth.forgotPassword(email);
    go({ at: 'reset' });
  });
  return (
    <StepForm
      {...{ busy, error, onSubmit }}
      title={words.forgotTitle}
      lead={words.forgotLead}
      submit={words.sendCode}
      links={<StepLink onFollow={() => go({ at: 'signIn' })}>{words.back}</StepLink>}
    >
      <EmailField
        value={email}
        onChange={setEmail}
        error={tried && !email ? words.emailMissing : undefined}
      />
    </StepForm>
  );
}
