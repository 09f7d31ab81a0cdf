import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, NumberInput, Textarea } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { LONGEST_REASON } from '../../../contracts/offset-reason';
import type { OffsetBounds } from '../../../contracts/panel-counter';
import { useChangeOffsetMutation } from '../api';
import { useSay } from '../say';
import { isAllowed } from './allowed-offset';

interface OffsetFormProps {
  action: string;
  offset: number;
  bounds: OffsetBounds;
  onClose: () => void;
}

/** Changes the offset; it counts at once, so it asks why. */
export const OffsetForm = ({ action, offset, bounds, onClose }: OffsetFormProps) => {
  const say = useSay();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler();
  const [change, { isLoading }] = useChangeOffsetMutation();
  const [number, setNumber] = useState<number | undefined>(offset);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  const submit = async () => {
    setTried(true);
    if (!isAllowed(number, bounds) || reason.trim() === '') return;
    const answer = await change({ action, offset: number, reason: reason.trim() });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: inWords(answer.error) });
      return;
    }
    toggleNotification({
      type: 'success',
      message: say('offset.saved', { total: answer.data.total }),
    });
    onClose();
  };

  // The dialog is drawn outside the edit form but lies inside it for React: without stopping here,
  // sending this form would save the action too.
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };

  return (
    <Flex tag="form" noValidate direction="column" alignItems="stretch" gap={4} onSubmit={onSubmit}>
      <Field.Root
        name="offset"
        required
        error={
          tried && !isAllowed(number, bounds)
            ? say('offset.number-needed', { ...bounds })
            : undefined
        }
      >
        <Field.Label>{say('offset.number')}</Field.Label>
        <NumberInput value={number} onValueChange={setNumber} />
        <Field.Error />
      </Field.Root>
      <Field.Root
        name="reason"
        required
        hint={say('offset.reason-hint')}
        error={tried && reason.trim() === '' ? say('offset.reason-needed') : undefined}
      >
        <Field.Label>{say('offset.reason')}</Field.Label>
        <Textarea
          name="reason"
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Flex justifyContent="flex-end" gap={2}>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {say('offset.cancel')}
        </Button>
        <Button type="submit" loading={isLoading}>
          {say('offset.save')}
        </Button>
      </Flex>
    </Flex>
  );
};
