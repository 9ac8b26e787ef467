import { useState } from 'react';
import { keepsAllRules } from '../auth/password-rules.ts';
import { strings } from '../strings.ts';
import type { StepProps } from './entry.tsx';
import { CodeField, PasswordField, PasswordRules, StepLink } from './fields.tsx';
import { StepForm } from './step-form.tsx';
import { useSubmit } from './use-submit.ts';

const words = strings.signIn;

export function ResetForm({ auth, email, go }: StepProps) {
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const weak = !keepsAllRules(password);
  const { busy, error, onSubmit } = useSubmit(async () => {
    setTried(true);
    if (!code || weak) return;
    await auth.resetPassword(email, code, password);
    go({ at: 'signIn', notice: words.passwordChanged });
  });
  return (
    <StepForm
      {...{ busy, error, onSubmit }}
      title={words.resetTitle}
      lead={words.confirmLead(email)}
      submit={words.reset}
      links={<StepLink onFollow={() => go({ at: 'signIn' })}>{words.back}</StepLink>}
    >
      <CodeField value={code} onChange={setCode} error={tried && !code ? words.codeMissing : undefined} />
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
