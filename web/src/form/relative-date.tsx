import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Input from '@cloudscape-design/components/input';
import { isRelative, resolveRelative } from '@readout/runtime/report/relative-dates.ts';
import type { ComponentType } from 'react';
import { strings } from '../strings.ts';
import { relativeDatesFor } from './dates.ts';
import type { ControlProps } from './field.tsx';
import { useToday } from './judge.ts';

const words = strings.dates;
/** No relative date is called so. */
const FIXED = 'fixed';

/** A date or month that may also be a relative one, picked from a menu beside it. */
export function RelativeDate({
  picker: Picker,
  ...props
}: ControlProps & { picker: ComponentType<ControlProps> }) {
  const { parameter, value, onChange, onLeave } = props;
  const today = useToday();
  const text = String(value);
  const relative = isRelative(parameter.type, text);
  const offered = relativeDatesFor(parameter, today);
  if (offered.length === 0 && !relative) return <Picker {...props} />;

  function pick(id: string) {
    onChange(id === FIXED ? (resolveRelative(parameter.type, text, today) ?? '') : id);
  }
  return (
    <div className="relative-date">
      {relative ? <Input readOnly value={words.relative(text)} onBlur={onLeave} /> : <Picker {...props} />}
      <ButtonDropdown
        variant="icon"
        iconName="calendar"
        ariaLabel={words.menu(parameter.label)}
        expandToViewport
        items={[
          ...(relative
            ? [{ id: FIXED, text: parameter.type === 'month' ? words.fixedMonth : words.fixedDay }]
            : []),
          ...offered.map((id) => ({
            id,
            text: words.relative(id),
            itemType: 'checkbox' as const,
            checked: id === text,
          })),
        ]}
        onItemClick={({ detail }) => pick(detail.id)}
      />
    </div>
  );
}
