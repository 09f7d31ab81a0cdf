import {
  Box,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import type { MailKind, PictureOfMail } from '../../../contracts/panel-mails';
import { useSay } from '../say';
import { TestButton } from './test-button';

/** Nothing in it runs, and none of its links opens anything. */
const NOTHING_ALLOWED = '';

const Line = ({ name, value }: { name: string; value: string }) => (
  <Flex gap={2} alignItems="baseline">
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {name}
    </Typography>
    <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
      {value}
    </Typography>
  </Flex>
);

interface MailsDialogProps {
  action: string;
  locale: string;
  mails: PictureOfMail[];
  mayTest: boolean;
  onClose: () => void;
}

/** Each mail as it looks with what is saved, in the language that is being edited. */
export const MailsDialog = ({ action, locale, mails, mayTest, onClose }: MailsDialogProps) => {
  const say = useSay();
  const [kind, setKind] = useState<MailKind>('confirm');
  const mail = mails.find((each) => each.kind === kind);
  if (!mail) return null;
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={say('mails.close')}>
          <Modal.Title>{say('mails.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral600">{say('mails.about')}</Typography>
            <Field.Root name="mail">
              <Field.Label>{say('mails.kind')}</Field.Label>
              <SingleSelect value={kind} onChange={(value) => setKind(value as MailKind)}>
                {mails.map((each) => (
                  <SingleSelectOption key={each.kind} value={each.kind}>
                    {say(`mails.kind.${each.kind}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
              <Line name={say('mails.from')} value={mail.from} />
              <Line name={say('mails.subject')} value={mail.subject} />
            </Flex>
            <Box borderColor="neutral200" hasRadius overflow="hidden">
              <iframe
                title={say('mails.picture')}
                sandbox={NOTHING_ALLOWED}
                srcDoc={mail.html}
                style={{ display: 'block', width: '100%', height: '28rem', border: 0 }}
              />
            </Box>
          </Flex>
        </Modal.Body>
        {mayTest && (
          <Modal.Footer>
            <TestButton action={action} kind={kind} locale={locale} />
          </Modal.Footer>
        )}
      </Modal.Content>
    </Modal.Root>
  );
};
