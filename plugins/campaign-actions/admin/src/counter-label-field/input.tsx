import { Field, Flex, TextButton, Textarea, Typography } from '@strapi/design-system';
import { useFocusInputField } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useContentLocale } from '../content-locale';
import type { FieldProps } from '../field-props';
import { useSay } from '../say';
import { BoxGroup, GroupLabel } from './box-group';
import { toBoxes, toMessage } from './message';
import { Preview } from './preview';

/** Edits the counter's label in plain boxes, one for each plural form of the content locale. */
const CounterLabelField = ({
  name,
  label,
  labelAction,
  hint,
  required = false,
  disabled = false,
  error,
  value,
  onChange,
}: FieldProps) => {
  const say = useSay();
  const locale = useContentLocale();
  const focusedBox = useFocusInputField<HTMLInputElement>(name);
  const focusedMessage = useFocusInputField<HTMLTextAreaElement>(name);
  const [asMessage, setAsMessage] = useState(false);
  const message = value ?? '';
  const chip = `[${say('counter-label.number')}]`;
  const boxes = toBoxes(message, chip);
  const shown = asMessage ? null : boxes;
  const store = (next: string) => onChange(name, next === '' ? null : next);

  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Flex justifyContent="space-between" gap={2}>
        {shown ? (
          <GroupLabel action={labelAction}>{label}</GroupLabel>
        ) : (
          <Field.Label action={labelAction}>{label}</Field.Label>
        )}
        {boxes !== null && !disabled && (
          <TextButton type="button" onClick={() => setAsMessage(!asMessage)}>
            {say(asMessage ? 'counter-label.to-boxes' : 'counter-label.to-advanced')}
          </TextButton>
        )}
      </Flex>
      {shown ? (
        <BoxGroup
          boxes={shown}
          locale={locale}
          chip={chip}
          disabled={disabled}
          focused={focusedBox}
          onChange={(next) => store(toMessage(next, chip))}
        />
      ) : (
        <Textarea
          ref={focusedMessage}
          name={name}
          value={message}
          disabled={disabled}
          onChange={(event) => {
            const next = event.currentTarget.value;
            // Boxes would take the cursor away as soon as a half-written message fits them.
            setAsMessage(next !== '');
            store(next);
          }}
        />
      )}
      {boxes === null && (
        <Typography variant="pi" textColor="neutral600">
          {say('counter-label.advanced')}
        </Typography>
      )}
      <Preview message={message} locale={locale} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

export default CounterLabelField;
