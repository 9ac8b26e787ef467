import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { asReadoutError, type ReadoutError } from '@readout/client';
import { useState } from 'react';
import { inputsText } from '../form/inputs.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';
import type { ScheduleButtonProps } from './schedule-button.tsx';
import { DAYS, expressionOf, isTime, REPEATS, type When } from './when.ts';
import { dayText } from './when-text.ts';

const words = strings.schedule;

export interface ScheduleDialogProps extends ScheduleButtonProps {
  onDismiss: () => void;
}

/** Asks when a report is to run by itself, and for whom. */
export default function ScheduleDialog({ report, inputs, onDismiss }: ScheduleDialogProps) {
  const { schedules, email } = useReadout();
  const [when, setWhen] = useState<When>({ repeat: 'daily', time: '06:00', day: 'MON' });
  const [people, setPeople] = useState(email);
  const [onlyWithRows, setOnlyWithRows] = useState(false);
  const [state, setState] = useState<'asking' | 'saving' | 'saved'>('asking');
  const [error, setError] = useState<ReadoutError>();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const addresses = people.split(/[\s,;]+/).filter(Boolean);

  async function save() {
    if (!isTime(when.time) || addresses.length === 0) return;
    setState('saving');
    setError(undefined);
    const order = {
      ...{ report: report.id, inputs, expression: expressionOf(when), timeZone, people: addresses },
      ...(onlyWithRows && { condition: 'rows > 0' }),
    };
    await schedules.add(order).then(
      () => setState('saved'),
      (thrown) => {
        setError(asReadoutError(thrown));
        setState('asking');
      },
    );
  }
  return (
    <Modal
      visible
      header={words.dialogTitle(report.title)}
      closeAriaLabel={words.close}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={onDismiss}>{state === 'saved' ? words.close : words.cancel}</Button>
            {state !== 'saved' && (
              <Button variant="primary" loading={state === 'saving'} onClick={save}>
                {words.save}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {state === 'saved' ? (
        <Alert type="success">
          {words.saved} <a href="/schedules">{words.showAll}</a>
        </Alert>
      ) : (
        <SpaceBetween size="m">
          <Box color="text-body-secondary">{words.withInputs(inputsText(inputs))}</Box>
          <FormField label={words.repeat}>
            <Select
              selectedOption={{ value: when.repeat, label: words.repeats[when.repeat] }}
              options={REPEATS.map((value) => ({ value, label: words.repeats[value] }))}
              onChange={({ detail }) =>
                setWhen({ ...when, repeat: detail.selectedOption.value as When['repeat'] })
              }
            />
          </FormField>
          {when.repeat === 'weekly' && (
            <FormField label={words.day}>
              <Select
                selectedOption={{ value: when.day, label: dayText(when.day) }}
                options={DAYS.map((value) => ({ value, label: dayText(value) }))}
                onChange={({ detail }) =>
                  setWhen({ ...when, day: detail.selectedOption.value as When['day'] })
                }
              />
            </FormField>
          )}
          <FormField
            label={words.time}
            constraintText={words.timeZone(timeZone)}
            errorText={isTime(when.time) ? undefined : words.timeWrong}
          >
            <Input value={when.time} onChange={({ detail }) => setWhen({ ...when, time: detail.value })} />
          </FormField>
          <FormField
            label={words.people}
            constraintText={words.peopleHelp}
            errorText={addresses.length > 0 ? undefined : words.peopleMissing}
          >
            <Input value={people} onChange={({ detail }) => setPeople(detail.value)} />
          </FormField>
          <Checkbox checked={onlyWithRows} onChange={({ detail }) => setOnlyWithRows(detail.checked)}>
            {words.onlyWithRows}
          </Checkbox>
          {error && <ErrorAlert error={error} />}
        </SpaceBetween>
      )}
    </Modal>
  );
}
