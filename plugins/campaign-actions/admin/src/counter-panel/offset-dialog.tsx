import { Divider, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useOffsetHistoryQuery } from '../api';
import { useSay } from '../say';
import { OffsetForm } from './offset-form';
import { PastOffsets } from './past-offsets';

interface OffsetDialogProps {
  action: string;
  offset: number;
  mayChange: boolean;
  onClose: () => void;
}

/** What was collected elsewhere: how to change it, and every change so far. */
export const OffsetDialog = ({ action, offset, mayChange, onClose }: OffsetDialogProps) => {
  const say = useSay();
  const { data: history, isError } = useOffsetHistoryQuery(action, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={say('offset.close')}>
          <Modal.Title>{say('offset.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Typography textColor="neutral600">{say('offset.intro')}</Typography>
            {isError && <Typography role="alert">{say('counter.failed')}</Typography>}
            {!history && !isError && <Loader small />}
            {history && mayChange && (
              <OffsetForm
                action={action}
                offset={offset}
                bounds={history.meta.bounds}
                onClose={onClose}
              />
            )}
            {history && mayChange && <Divider />}
            {history && <PastOffsets changes={history.data} />}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
