import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { strings } from '../strings.ts';
import type { ControlProps } from './field.tsx';

const KEYBOARD = { integer: 'numeric', number: 'decimal' } as const;

/** Text and numbers. Numbers stay text, so that no digit is lost on the way. */
export function TextControl({ parameter: { type }, value, onChange, onLeave }: ControlProps) {
  return (
    <Input
      inputMode={type === 'integer' || type === 'number' ? KEYBOARD[type] : 'text'}
      value={String(value)}
      onChange={({ detail }) => onChange(type === 'text' ? detail.value : detail.value.trim())}
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
      selectedOption={options.find((option) => option.value === value) ?? null}
      placeholder={strings.field.choose}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      onBlur={onLeave}
    />
  );
}

/** Several values, one per line. What is typed is kept as typed; empty lines are no values. */
export function ListControl({ value, onChange, onLeave }: ControlProps) {
  const [typed, setTyped] = useState([value].flat().join('\n'));
  return (
    <Textarea
      rows={3}
      value={typed}
      onChange={({ detail }) => {
        setTyped(detail.value);
        onChange(detail.value.split('\n').filter((line) => line.trim() !== ''));
      }}
      onBlur={onLeave}
    />
  );
}
