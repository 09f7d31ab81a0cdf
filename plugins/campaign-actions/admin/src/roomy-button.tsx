import { Button, type ButtonProps } from '@strapi/design-system';

/** As wide as the narrow column beside the form, and as high as its words need there. */
export const RoomyButton = (props: ButtonProps) => (
  <Button
    type="button"
    fullWidth
    {...props}
    style={{ height: 'auto', minHeight: '3.2rem', paddingBlock: '0.4rem' }}
  />
);
