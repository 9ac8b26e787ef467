import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import type { Parameter } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { strings } from '../strings.ts';
import type { ControlProps } from './field.tsx';

/** The keyboard that a telephone shows. Those for numbers have no minus. */
function keyboardFor({ type, min }: Parameter): 'text' | 'numeric' | 'decimal' {
  if (min === undefined || Number(min) < 0) return 'text';
  return type === 'integer' ? 'numeric' : type === 'number' ? 'decimal' : 'text';
}

/** Text and numbers. Numbers stay text, so that no digit is lost on the way. */
export function TextControl({ parameter, value, onChange, onLeave }: ControlProps) {
  return (
    <Input
      inputMode={keyboardFor(parameter)}
      value={[value].flat().join(', ')}
      onChange={({ detail }) => onChange(parameter.type === 'text' ? detail.value : detail.value.trim())}
      onBlur={onLeave}
    />
  );
}

/** Yes, no, or nothing said. */
export function BooleanControl({ parameter: { required }, value, onChange, onLeave }: ControlProps) {
  const options = [
    ...(required ? [] : [{ value: '', label: strings.field.any }]),
    { value: 'true', label: strings.field.yes },
    { value: 'false', label: strings.field.no },
  ];
  return (
    <Select
      options={options}
      selectedOption={
        value.length ? (options.find((option) => option.value === value) ?? { label: String(value) }) : null
      }
      placeholder={required ? strings.field.choose : strings.field.any}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      onBlur={onLeave}
    />
  );
}

/** Several values, one per line. What is typed is kept as typed; empty lines are no values. */
export function ListControl({ parameter, value, onChange, onLeave }: ControlProps) {
  const [typed, setTyped] = useState([value].flat().join('\n'));
  return (
    <Textarea
      rows={3}
      nativeTextareaAttributes={{ inputMode: keyboardFor(parameter) }}
      value={typed}
      onChange={({ detail }) => {
        setTyped(detail.value);
        onChange(detail.value.split('\n').filter((line) => line.trim() !== ''));
      }}
      onBlur={onLeave}
    />
  );
}
