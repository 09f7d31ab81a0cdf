import { Button, Field, Flex, TextInput, Typography, useComposedRefs } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { type Ref, useId, useRef } from 'react';
import { useSay } from '../say';
import { type Form, sampleOf } from './boxes';

interface BoxInputProps {
  form: Form;
  locale: string;
  /** The word that stands for the number. */
  chip: string;
  text: string;
  placeholder: string;
  disabled: boolean;
  /** The id of the sentence that says what is wrong, while something is. */
  errorId?: string;
  focused?: Ref<HTMLInputElement>;
  onChange: (text: string) => void;
}

/** One plural form: its text, and a button that puts the number where the cursor stands. */
export const BoxInput = ({
  form,
  locale,
  chip,
  text,
  placeholder,
  disabled,
  errorId,
  focused,
  onChange,
}: BoxInputProps) => {
  const say = useSay();
  const box = useRef<HTMLInputElement>(null);
  const ref = useComposedRefs(box, focused);
  const sampleId = useId();
  const sample = sampleOf(form, locale);
  const describedBy = [sample !== null && sampleId, errorId].filter(Boolean).join(' ');

  const insert = () => {
    const from = box.current?.selectionStart ?? text.length;
    const to = box.current?.selectionEnd ?? text.length;
    onChange(text.slice(0, from) + chip + text.slice(to));
    const after = from + chip.length;
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(after, after);
    });
  };

  return (
    <Field.Root>
      <Flex gap={2} alignItems="baseline">
        <Field.Label textColor="neutral600">{say(`counter-label.${form}`)}</Field.Label>
        {sample !== null && (
          <Typography id={sampleId} variant="pi" textColor="neutral600">
            {say('counter-label.example', { number: sample })}
          </Typography>
        )}
      </Flex>
      <TextInput
        ref={ref}
        value={text}
        placeholder={placeholder}
        disabled={disabled}
        hasError={errorId !== undefined}
        aria-describedby={describedBy || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        endAction={
          <Button
            type="button"
            variant="secondary"
            size="S"
            startIcon={<Plus />}
            aria-label={`${say('counter-label.insert')} (${say(`counter-label.${form}`)})`}
            disabled={disabled}
            onClick={insert}
          >
            {say('counter-label.number')}
          </Button>
        }
      />
    </Field.Root>
  );
};
