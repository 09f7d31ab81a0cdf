import { useDebounce, useFocusInputField } from '@strapi/strapi/admin';
import {
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  TextButton,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import type { ActionChoice } from '../../../contracts/action-choice';
import { useActionChoicesQuery } from '../api';
import { useContentLocale } from '../content-locale';
import type { FieldProps } from '../field-props';
import { useSay } from '../say';
import { ChosenAction } from './chosen-action';
import { PublishStatus } from './publish-status';

const SEARCH_DELAY = 250;

/** The chosen one first, so that its title stands in the box whatever is searched for. */
const options = (chosen: ActionChoice | undefined, found: ActionChoice[]): ActionChoice[] =>
  chosen ? [chosen, ...found.filter(({ documentId }) => documentId !== chosen.documentId)] : found;

/** Picks an action by its title and stores its documentId. */
const ActionField = ({
  name,
  label,
  labelAction,
  hint,
  placeholder,
  required = false,
  disabled = false,
  error,
  value,
  onChange,
}: FieldProps) => {
  const say = useSay();
  const locale = useContentLocale();
  const focused = useFocusInputField<HTMLInputElement>(name);
  const [typed, setTyped] = useState('');
  const search = useDebounce(typed, SEARCH_DELAY);
  const { data: found = [], isFetching } = useActionChoicesQuery({ search, locale });
  const named = useActionChoicesQuery({ ids: value ?? '', locale }, { skip: !value });
  const chosen = value ? named.currentData?.[0] : undefined;
  const gone = Boolean(value) && named.isSuccess && !named.isFetching && !chosen;

  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Combobox
        ref={focused}
        value={chosen ? chosen.documentId : ''}
        disabled={disabled}
        placeholder={placeholder || say('action-field.placeholder')}
        autocomplete={{ type: 'list', filter: 'contains' }}
        clearLabel={say('action-field.clear')}
        loading={isFetching}
        loadingMessage={say('action-field.loading')}
        noOptionsMessage={() => say('action-field.none')}
        onChange={(documentId) => {
          if (documentId) onChange(name, documentId);
        }}
        onClear={() => {
          setTyped('');
          onChange(name, null);
        }}
        onInputChange={(event) => setTyped(event.currentTarget.value)}
        onOpenChange={(open) => {
          if (open) setTyped('');
        }}
      >
        {options(chosen, found).map((action) => {
          const title = action.title || say('action-field.untitled');
          return (
            <ComboboxOption key={action.documentId} value={action.documentId} textValue={title}>
              <Flex gap={2} justifyContent="space-between">
                <Flex direction="column" alignItems="flex-start" overflow="hidden">
                  <Typography ellipsis>{title}</Typography>
                  <Typography variant="pi" textColor="neutral600">
                    {say(`kind.${action.kind}`)}
                  </Typography>
                </Flex>
                <PublishStatus status={action.status} />
              </Flex>
            </ComboboxOption>
          );
        })}
      </Combobox>
      {chosen && <ChosenAction action={chosen} locale={locale} />}
      {gone && (
        <Flex gap={2} wrap="wrap" role="alert">
          <Typography variant="pi" textColor="danger600">
            {say('action-field.gone')}
          </Typography>
          {!disabled && (
            <TextButton type="button" onClick={() => onChange(name, null)}>
              {say('action-field.clear')}
            </TextButton>
          )}
        </Flex>
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

export default ActionField;
