import { Field, Flex, TextButton, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useContentLocale } from '../content-locale';
import type { FieldProps } from '../field-props';
import { useSay } from '../say';
import { BoxInput } from './box-input';
import { edited, formsOf, FORMS, inReadingOrder, suggestMany } from './boxes';
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
  const [asMessage, setAsMessage] = useState(false);
  const message = value ?? '';
  const chip = `[${say('counter-label.number')}]`;
  const boxes = toBoxes(message, chip);
  const store = (next: string) => onChange(name, next === '' ? null : next);

  const placeholder = (form: string): string =>
    form === 'one'
      ? say('counter-label.placeholder-one', { chip })
      : suggestMany(
          boxes?.other || say('counter-label.placeholder-other', { chip }),
          form === 'many' ? locale : '',
          chip,
        );

  const shown = inReadingOrder(
    FORMS.filter((form) => formsOf(locale).includes(form) || boxes?.[form]),
    locale,
  );

  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Flex justifyContent="space-between" gap={2}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        {boxes !== null && !disabled && (
          <TextButton type="button" onClick={() => setAsMessage(!asMessage)}>
            {say(asMessage ? 'counter-label.to-boxes' : 'counter-label.to-advanced')}
          </TextButton>
        )}
      </Flex>
      {boxes === null || asMessage ? (
        <Textarea
          name={name}
          value={message}
          disabled={disabled}
          onChange={(event) => store(event.currentTarget.value)}
        />
      ) : (
        <Flex
          direction="column"
          alignItems="stretch"
          gap={3}
          role="group"
          aria-label={typeof label === 'string' ? label : undefined}
        >
          {shown.map((form) => (
            <BoxInput
              key={form}
              form={form}
              locale={locale}
              chip={chip}
              text={boxes[form] ?? ''}
              placeholder={placeholder(form)}
              disabled={disabled}
              hasError={Boolean(error)}
              onChange={(text) => store(toMessage(edited(boxes, form, text, locale, chip), chip))}
            />
          ))}
        </Flex>
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
