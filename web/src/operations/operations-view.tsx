import { Empty } from '../parts/empty.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';
import { Operations } from './operations.tsx';

/** Everybody's runs, for operators. The server refuses everybody else; here they are told so at once. */
export default function OperationsView() {
  const { isOperator } = useReadout();
  if (isOperator) return <Operations />;
  return <Empty title={strings.errorTitles.AccessDenied}>{strings.operations.denied}</Empty>;
}
