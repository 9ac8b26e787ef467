import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { passwordRules } from '../auth/password-rules.ts';
import { strings } from '../strings.ts';

const words = strings.signIn;

export interface TextProps {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

export function EmailField({ value, onChange, error }: TextProps) {
  return (
    <FormField label={words.email} errorText={error}>
      <Input
        type="email"
        inputMode="email"
        autoComplete="username"
        value={value}
        onChange={({ detail }) => onChange(detail.value.trim())}
      />
    </FormField>
  );
}

export function CodeField({ value, onChange, error }: TextProps) {
  return (
    <FormField label={words.code} errorText={error}>
      <Input
        inputMode="numeric"
        autoComplete="one-time-code"
        value={value}
        onChange={({ detail }) => onChange(detail.value.trim())}
      />
    </FormField>
  );
}

/** A password, and a way to see it. */
export function PasswordField({
  value,
  onChange,
  error,
  label,
  isNew,
}: TextProps & { label?: string; isNew?: boolean }) {
  const [shown, setShown] = useState(false);
  return (
    <SpaceBetween size="xs">
      <FormField label={label ?? words.password} errorText={error}>
        <Input
          type={shown ? 'text' : 'password'}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          spellcheck={false}
          value={value}
          onChange={({ detail }) => onChange(detail.value)}
        />
      </FormField>
      <Checkbox checked={shown} onChange={({ detail }) => setShown(detail.checked)}>
        {words.reveal}
      </Checkbox>
    </SpaceBetween>
  );
}

/** The rules of a password, each ticked as it is kept. */
export function PasswordRules({ password }: { password: string }) {
  return (
    <ul className="password-rules">
      {passwordRules(password).map(({ rule, kept }) => (
        <li key={rule}>
          <StatusIndicator
            type={kept ? 'success' : 'pending'}
            iconAriaLabel={kept ? words.kept(words.rules[rule]) : words.notKept(words.rules[rule])}
          >
            {words.rules[rule]}
          </StatusIndicator>
        </li>
      ))}
    </ul>
  );
}

export function StepLink({ children, onFollow }: { children: string; onFollow: () => void }) {
  return (
    <Link
      href="#"
      onFollow={(event) => {
        event.preventDefault();
        onFollow();
      }}
    >
      {children}
    </Link>
  );
}
