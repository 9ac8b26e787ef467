import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, ReactNode } from 'react';
import { strings } from '../strings.ts';

export interface StepFormProps {
  title: string;
  lead?: string;
  submit: string;
  busy: boolean;
  /** What is done meanwhile, for who does not see it. */
  busyText?: string;
  error?: string;
  notice?: string;
  onSubmit: (event: FormEvent) => void;
  children: ReactNode;
  /** Ways to the other steps. */
  links?: ReactNode;
}

/** The common shape of every step on the way in. */
export function StepForm(props: StepFormProps) {
  const {
    title,
    lead,
    submit,
    busy,
    busyText = strings.signIn.sending,
    error,
    notice,
    onSubmit,
    children,
    links,
  } = props;
  return (
    <form onSubmit={onSubmit} noValidate>
      <SpaceBetween size="l">
        <div>
          <Box variant="h1" fontSize="heading-xl">
            {title}
          </Box>
          {lead && <Box color="text-body-secondary">{lead}</Box>}
        </div>
        {error && <Alert type="error">{error}</Alert>}
        {notice && !error && <Alert type="success">{notice}</Alert>}
        {children}
        <Button variant="primary" formAction="submit" fullWidth loading={busy} loadingText={busyText}>
          {submit}
        </Button>
        {links}
      </SpaceBetween>
    </form>
  );
}
