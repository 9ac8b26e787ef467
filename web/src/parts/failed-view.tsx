import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ErrorAlert, type ErrorAlertProps } from './error-alert.tsx';

/** A view that could not be read: what it would be, why it is not there, and the way to try again. */
export function FailedView({ title, ...alert }: ErrorAlertProps & { title: string }) {
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{title}</Header>
      <ErrorAlert {...alert} />
    </SpaceBetween>
  );
}
