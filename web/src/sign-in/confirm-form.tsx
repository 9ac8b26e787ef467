import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { strings } from '../strings.ts';
import type { StepProps } from './entry.tsx';
import { CodeField, StepLink } from './fields.tsx';
import { StepForm } from './step-form.tsx';
import { useSubmit } from './use-submit.ts';

const words = strings.signIn;

/** Verifies the address, then signs in with the password of a moment ago. */
export function ConfirmForm(props: StepProps & { password?: string; onSignedIn: () => void }) {
  const { auth, email, go, password, onSignedIn } = props;
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [notice, setNotice] = useState<string>();
  const { busy, error, onSubmit, send } = useSubmit(async () => {
    setTried(true);
    if (!code) return;
    await auth.confirm(email, code);
    if (password && (await auth.signIn(email, password)) === 'done') return onSignedIn();
    go({ at: 'signIn', notice: words.confirmed });
  });
  const resend = () =>
    send(async () => {
      await auth.resendCode(email);
      setNotice(words.resent);
    });

  const links = (
    <SpaceBetween size="xs">
      <StepLink onFollow={resend}>{words.resend}</StepLink>
      <StepLink onFollow={() => go({ at: 'signIn' })}>{words.back}</StepLink>
    </SpaceBetween>
  );
  return (
    <StepForm
      {...{ busy, error, onSubmit, notice, links }}
      title={words.confirmTitle}
      lead={words.confirmLead(email)}
      submit={words.confirm}
    >
      <CodeField value={code} onChange={setCode} error={tried && !code ? words.codeMissing : undefined} />
    </StepForm>
  );
}
