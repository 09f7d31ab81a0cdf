import { Divider, Flex, Modal, Typography } from '@strapi/design-system';
import { useSay } from '../say';
import { OffsetForm } from './offset-form';
import { OffsetHistory } from './offset-history';

interface OffsetDialogProps {
  action: string;
  offset: number;
  mayChange: boolean;
  onClose: () => void;
}

/** What was collected elsewhere: how to change it, and every change so far. */
export const OffsetDialog = ({ action, offset, mayChange, onClose }: OffsetDialogProps) => {
  const say = useSay();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={say('offset.close')}>
          <Modal.Title>{say('offset.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Typography textColor="neutral600">{say('offset.intro')}</Typography>
            {mayChange && <OffsetForm action={action} offset={offset} onClose={onClose} />}
            {mayChange && <Divider />}
            <OffsetHistory action={action} />
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
