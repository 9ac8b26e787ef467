import Checkbox from '@cloudscape-design/components/checkbox';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';

export interface EmailChoiceProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether the end of a run is told by e-mail too; nothing where this Readout sends none. */
export function EmailChoice({ checked, onChange }: EmailChoiceProps) {
  const { canMail } = useReadout();
  if (!canMail) return null;
  return (
    <Checkbox checked={checked} onChange={({ detail }) => onChange(detail.checked)}>
      {strings.report.email}
    </Checkbox>
  );
}
