import { useField, useFocusInputField } from '@strapi/strapi/admin';
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Text } from '../../../contracts/editor-texts';
import { inLanguage } from './in-language';

/** Names this input to the content-manager, as the type of a field. */
export const CHOICE_INPUT = 'campaign-actions.choice';

interface ChoiceInputProps {
  name: string;
  label: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** What each value is called. */
  values: Record<string, Text>;
  attribute: { enum: string[] };
}

/** An enumeration whose values are said in words; Strapi's own input shows them as they are stored. */
export const ChoiceInput = ({
  name,
  label,
  labelAction,
  hint,
  required = false,
  disabled = false,
  values,
  attribute,
}: ChoiceInputProps) => {
  const intl = useIntl();
  const field = useField<string | null>(name);
  const focused = useFocusInputField<HTMLDivElement>(name);
  const word = (value: string): string => {
    const text = values[value];
    return text ? inLanguage(text, intl.locale) : value;
  };
  return (
    <Field.Root name={name} hint={hint} error={field.error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <SingleSelect
        ref={focused}
        disabled={disabled}
        value={field.value ?? ''}
        onChange={(value) => field.onChange(name, value === '' ? null : String(value))}
      >
        <SingleSelectOption value="" disabled={required} hidden={required}>
          {intl.formatMessage({
            id: 'components.InputSelect.option.placeholder',
            defaultMessage: 'Choose here',
          })}
        </SingleSelectOption>
        {attribute.enum.map((value) => (
          <SingleSelectOption key={value} value={value}>
            {word(value)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
