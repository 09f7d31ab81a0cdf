import { Box, Field, Flex, Typography } from '@strapi/design-system';
import type { ReactNode, Ref } from 'react';
import { useSay } from '../say';
import { BoxInput } from './box-input';
import {
  type Boxes,
  edited,
  type Form,
  formsOf,
  FORMS,
  inReadingOrder,
  suggestMany,
} from './boxes';

/** Names the boxes together; a label would need one input of its own. */
export const GroupLabel = ({ children, action }: { children: ReactNode; action?: ReactNode }) => {
  const { id } = Field.useField('GroupLabel');
  return (
    <Flex alignItems="center">
      <Typography
        id={`${id}-label`}
        tag="span"
        variant="pi"
        fontWeight="bold"
        textColor="neutral800"
        ellipsis
      >
        {children}
      </Typography>
      {action && <Box marginLeft={1}>{action}</Box>}
    </Flex>
  );
};

interface BoxGroupProps {
  boxes: Boxes;
  locale: string;
  /** The word that stands for the number. */
  chip: string;
  disabled: boolean;
  /** The first box, for links that lead to this field. */
  focused: Ref<HTMLInputElement>;
  onChange: (boxes: Boxes) => void;
}

/** The boxes of a locale, in a field whose label, hint and error are those of all of them. */
export const BoxGroup = ({ boxes, locale, chip, disabled, focused, onChange }: BoxGroupProps) => {
  const say = useSay();
  const { id, hint, error } = Field.useField('BoxGroup');
  const errorId = error ? `${id}-error` : undefined;

  const placeholder = (form: Form): string =>
    form === 'one'
      ? say('counter-label.placeholder-one', { chip })
      : suggestMany(
          boxes.other || say('counter-label.placeholder-other', { chip }),
          form === 'many' ? locale : '',
          chip,
        );

  const shown = inReadingOrder(
    FORMS.filter((form) => formsOf(locale).includes(form) || boxes[form]),
    locale,
  );

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={errorId ?? (hint ? `${id}-hint` : undefined)}
    >
      {shown.map((form, index) => (
        <BoxInput
          key={form}
          form={form}
          locale={locale}
          chip={chip}
          text={boxes[form] ?? ''}
          placeholder={placeholder(form)}
          disabled={disabled}
          errorId={errorId}
          focused={index === 0 ? focused : undefined}
          onChange={(text) => onChange(edited(boxes, form, text, locale, chip))}
        />
      ))}
    </Flex>
  );
};
